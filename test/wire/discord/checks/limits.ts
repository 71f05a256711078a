// Every number that Discord documents for what the bot sends: https://docs.discord.com/developers (read November 2026; pages
// "Message", "Component Reference", "Application Commands", "Receiving and Responding"). Lengths are checked in UTF-16 units,
// which is never more than Discord counts: it counts code points.

export const LIMITS = {
  content: 2_000,
  files: 10,
  fileDescription: 1_024,
  nonce: 25,
  embeds: 10,
  /** Title, description, names and values of fields, footer and author, over all embeds of a message. */
  embedText: 6_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  embedAuthor: 256,
  embedFooter: 2_048,
  url: 2_048,
  rows: 5,
  perRow: 5,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  selectText: 100,
  selectPlaceholder: 150,
  /** Components V2: all components, nested ones too, and the text of all text displays. */
  components: 40,
  componentText: 4_000,
  sectionTexts: 3,
  galleryItems: 10,
  modalTitle: 45,
  modalComponents: 5,
  inputLabel: 45,
  inputDescription: 100,
  inputValue: 4_000,
  inputPlaceholder: 100,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandOptions: 25,
  commandDescription: 100,
  commandText: 8_000,
  optionLength: 6_000,
  chatCommands: 100,
  menuCommands: 15,
  threadName: 100,
  /** Follow-ups where only a person installed the app. */
  followUps: 5,
  /** From the event to the first response, in milliseconds. */
  firstResponse: 3_000,
  /** A token's life, in milliseconds. */
  token: 900_000,
  /** Bytes of what a client sends to the gateway. */
  gatewayPayload: 4_096,
} as const;
