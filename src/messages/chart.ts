// A picture of numbers as plain data: how many statements of each side on each day. Slack draws it itself, for Discord it is drawn.
export interface Chart {
  readonly title: string;
  /** Along the x axis: "10 Feb". */
  readonly labels: readonly string[];
  /** One for each side, with a number for each label. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The same in words, for whoever can't see it. */
  readonly alternative: string;
}
