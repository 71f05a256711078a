// chartBlock(chart): a chart that Slack draws itself. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
import type { types } from '@slack/bolt';
import type { Chart } from '../messages/chart.ts';
import { LIMITS } from './limits.ts';

/** Null where it has more than Slack draws, or nothing to draw: then its words say it. */
export function chartBlock({ title, labels, series }: Chart): types.KnownBlock | null {
  const names = series.map(({ name }) => name);
  const isDrawn =
    labels.length > 0 &&
    labels.length <= LIMITS.chartLabels &&
    names.length > 0 &&
    names.length <= LIMITS.chartSeries &&
    new Set(names).size === names.length &&
    new Set(labels).size === labels.length &&
    title !== '' &&
    title.length <= LIMITS.chartTitle &&
    [...names, ...labels].every((label) => label !== '' && label.length <= LIMITS.chartLabel);
  if (!isDrawn) return null;
  const block = {
    type: 'data_visualization',
    title,
    chart: {
      type: 'bar',
      series: series.map(({ name, values }) => ({
        name,
        data: labels.map((label, at) => ({ label, value: values[at] ?? 0 })),
      })),
      axis_config: { categories: [...labels] },
    },
  };
  // Newer than the types of @slack/types 3.2.
  return block as unknown as types.KnownBlock;
}
