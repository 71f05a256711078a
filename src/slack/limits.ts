// What Slack takes, in UTF-16 units where it counts characters: never more than it counts itself.
// https://docs.slack.dev/reference/block-kit/blocks and .../views, November 2026.

export const LIMITS = {
  blocks: 50,
  viewBlocks: 100,
  /** Of all texts of a message. Nothing documents it; 11,000 to 13,000 were taken when it was tried. */
  total: 9_500,
  header: 150,
  section: 3_000,
  contextElements: 10,
  actions: 25,
  buttonText: 75,
  value: 2_000,
  url: 3_000,
  /** Of the text that stands for the blocks in notifications; Slack itself takes 4,000 before it advises against it. */
  fallback: 3_000,
  /** Of one passage in it. Chosen by eye. */
  fallbackQuote: 600,
  viewTitle: 24,
  option: 75,
  prompts: 4,
  /** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block, November 2026. */
  chartTitle: 50,
  chartSeries: 6,
  chartLabels: 20,
  chartLabel: 20,
} as const;
