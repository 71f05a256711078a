// pageOf(groups): the findings of one page, in the order in which pages take them.
import type { Finding, FindingGroup } from '../answers/answer.ts';

/** A finding with the group under whose heading it stands. */
export interface Grouped {
  readonly group: FindingGroup;
  readonly finding: Finding;
}

/** 'in turn': one of each group, then the next of each, so that every page shows all sides while they have something left. */
export type PageOrder = 'group by group' | 'in turn';

/** `page` from 1. `all` in the order of the pages; `shown` of it by group, as it stands on the page. */
export function pageOf(
  groups: readonly FindingGroup[],
  order: PageOrder,
  { page, perPage }: { readonly page: number; readonly perPage: number },
): {
  readonly all: readonly Grouped[];
  readonly shown: ReadonlyMap<FindingGroup, readonly Finding[]>;
  readonly from: number;
  readonly to: number;
} {
  const all = order === 'in turn' ? inTurn(groups) : groups.flatMap(ofGroup);
  const from = (page - 1) * perPage;
  const onPage = all.slice(from, from + perPage);
  const shown = new Map(
    groups.map((group) => [group, onPage.flatMap((one) => (one.group === group ? [one.finding] : []))]),
  );
  return { all, shown, from, to: from + onPage.length };
}

function ofGroup(group: FindingGroup): Grouped[] {
  return group.findings.map((finding) => ({ group, finding }));
}

function inTurn(groups: readonly FindingGroup[]): Grouped[] {
  const rounds = Math.max(0, ...groups.map(({ findings }) => findings.length));
  return Array.from({ length: rounds }, (_, round) =>
    groups.flatMap((group) => ofGroup(group).slice(round, round + 1)),
  ).flat();
}
