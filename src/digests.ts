// Where the parts of digests meet: the index tells what is new, the store what a channel has had, messages put it into words, the schedule sends it.
import { createHash } from 'node:crypto';
import { type ArticleChangeDetail, type ArticleSnapshot, changeBetween, snapshotOf } from './answers/articleChanges.ts';
import { buildDigest } from './answers/digest.ts';
import { entryKeys } from './answers/entryKeys.ts';
import { chartOf } from './messages/chart.ts';
import { composeDigest, type DigestHeading } from './messages/composeDigest.ts';
import {
  composeDigestError,
  composeDigestNow,
  composeDigestOff,
  composeDigestPaused,
  composeDigestRefused,
  composeDigestSet,
  composeNoDigest,
} from './messages/composeDigestReplies.ts';
import { composeDigestStatus } from './messages/composeDigestStatus.ts';
import { composeNotice } from './messages/composeNotice.ts';
import { composePreview } from './messages/composePreview.ts';
import type { DigestContent, DigestHead } from './schedule/content.ts';
import { changeEntry } from './schedule/deliver.ts';
import type { ManageWords } from './schedule/manage.ts';
import type { StoryIndex } from './search/storyIndex.ts';
import type { ArticleChange, ArticleVersion, DigestStore } from './store/digestStore.ts';

/** What every channel is offered, from whatever index answers come from at the time. */
export function contentOver(index: () => StoryIndex): DigestContent {
  return {
    make({ subscription, seen, had, changes, from, to, only }) {
      const digest = buildDigest(index(), {
        since: seen,
        had,
        from,
        to,
        settings: subscription,
        changes: changes.map((change) => ({
          key: changeEntry(change),
          at: change.at,
          detail: JSON.parse(change.detail) as ArticleChangeDetail,
        })),
        ...(only === null ? {} : { only }),
      });
      const heading = ({ last, ...head }: DigestHead): DigestHeading => {
        return { ...head, from: last, zone: subscription.zone, time: subscription.time };
      };
      return {
        entries: digest.entries,
        isSilent: digest.isSilent,
        message: (head) => composeDigest(digest, heading(head)),
        chart: chartOf(digest),
        preview: (head) => composePreview(digest, heading(head)),
      };
    },
  };
}

/** What managers are told. */
export const digestWords: ManageWords = {
  unreadable: composeDigestError,
  fault: () => composeNotice({ kind: 'fault' }),
  set: composeDigestSet,
  status: composeDigestStatus,
  none: composeNoDigest,
  off: composeDigestOff,
  paused: composeDigestPaused,
  now: composeDigestNow,
};

export const refusalWords = composeDigestRefused;

/** Takes down when each passage was first seen, and which articles are not as they were. */
export async function recordCorpus(index: StoryIndex, store: DigestStore, at: Date): Promise<void> {
  await store.recordSeen([...entryKeys(index).keys()], at);
  const known = new Map((await store.articleVersions()).map((version) => [version.articleId, version]));
  const versions: ArticleVersion[] = [];
  const changes: ArticleChange[] = [];
  for (const { id } of index.story.articles) {
    const snapshot = snapshotOf(index, id);
    const text = JSON.stringify(snapshot);
    const version = createHash('sha256').update(text).digest('hex').slice(0, 32);
    const before = known.get(id);
    if (before?.version === version) continue;
    versions.push({ articleId: id, version, snapshot: text });
    const change = before && changeBetween(JSON.parse(before.snapshot) as ArticleSnapshot, snapshot);
    if (change) changes.push({ articleId: id, version, at, detail: JSON.stringify(change) });
  }
  if (versions.length > 0) await store.saveArticles(versions, changes);
}
