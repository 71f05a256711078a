// Charts: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block (read November 2026); how many points a series may
// have as the crate slack-messaging 0.7 has it from there.
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { blockId, words } from './text.ts';

const point = z.strictObject({ label: words(LIMITS.chartLabel), value: z.number() });

const axes = {
  series: z
    .array(z.strictObject({ name: words(LIMITS.chartLabel), data: z.array(point).min(1).max(LIMITS.chartPoints) }))
    .min(1)
    .max(LIMITS.chartSeries),
  axis_config: z.strictObject({
    categories: z.array(words(LIMITS.chartLabel)).min(1).max(LIMITS.chartPoints),
    x_label: z.exactOptional(words(LIMITS.chartAxis)),
    y_label: z.exactOptional(words(LIMITS.chartAxis)),
  }),
};

interface Axes {
  readonly series: readonly { readonly name: string; readonly data: readonly { readonly label: string }[] }[];
  readonly axis_config: { readonly categories: readonly string[] };
}

/** Each series has a name of its own and one point for each category. */
function fit({ series, axis_config: { categories } }: Axes): boolean {
  const isWhole = series.every(({ data }) => data.map(({ label }) => label).join('\n') === categories.join('\n'));
  return isWhole && new Set(series.map(({ name }) => name)).size === series.length;
}

const FIT = 'must have series of different names, with a point for each category';

export const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: blockId,
  title: words(LIMITS.chartTitle),
  chart: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('pie'),
      segments: z
        .array(z.strictObject({ label: words(LIMITS.chartLabel), value: z.number().positive() }))
        .min(1)
        .max(LIMITS.chartSeries),
    }),
    z.strictObject({ type: z.literal('bar'), ...axes }).refine(fit, FIT),
    z.strictObject({ type: z.literal('area'), ...axes }).refine(fit, FIT),
    z.strictObject({ type: z.literal('line'), ...axes }).refine(fit, FIT),
  ]),
});
