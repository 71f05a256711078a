// Charts: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block (read November 2026).
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
    z.strictObject({ type: z.literal('bar'), ...axes }),
    z.strictObject({ type: z.literal('area'), ...axes }),
    z.strictObject({ type: z.literal('line'), ...axes }),
  ]),
});
