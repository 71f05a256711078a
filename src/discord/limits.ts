// What Discord takes in one message, in UTF-16 units where it counts characters: never more than it counts itself.
// https://discord.com/developers/docs/resources/message#embed-object-embed-limits and .../components/reference, November 2026.

export const LIMITS = {
  embeds: 10,
  /** Of titles, descriptions, fields, footers and authors of all embeds of a message. */
  embedsTotal: 6000,
  title: 256,
  author: 256,
  description: 4096,
  content: 2000,
  /** Of what says what a picture shows. */
  alternative: 1024,
  threadName: 100,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  modalTitle: 45,
  inputLabel: 45,
  choices: 25,
  choice: 100,
} as const;
