// applyChange(index, frame, change): the earlier request with what a follow-up changes. Its form stays where it can: a comparison with one
// other name becomes a question about that name.
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Change } from './changes.ts';
import type { Frame } from './frame.ts';
import { contentOf, withName, withTopic } from './questionChanges.ts';

/** Null where the frame has no place for it: a quotation that is checked has no topic and no days; and where nothing would be left to ask. */
export function applyChange(index: StoryIndex, frame: Frame, change: Change): Frame | null {
  const { limits, without, topic, except, names } = change;
  const isLimited = limits.days.length > 0 || limits.outlet !== null || limits.isDirect || without !== undefined;
  if (frame.form === 'check' && (isLimited || topic !== undefined)) return null;
  const days = limits.days.length > 0 ? limits.days : frame.days;
  const outlet = limits.outlet ?? frame.outlet;
  const limited: Frame = {
    ...frame,
    days: without === 'days' ? [] : days,
    outlet: without === 'outlet' ? null : outlet,
    isDirect: limits.isDirect || frame.isDirect,
  };
  const about: Frame = topic === undefined ? limited : { ...limited, topic: otherTopic(limited, topic) };
  const hasLimits = about.days.length > 0 || about.outlet !== null || about.isDirect;
  if (about.form === 'passages' && about.topic === '' && !hasLimits && names === undefined) return null;
  if (except !== undefined) return { ...about, form: 'who-said', names: [], except, topic: contentOf(about.topic) };
  return names === undefined ? about : withNames(index, about, change);
}

/** "In Tehran" is added to what anybody said; of a question it takes the place of the other place. */
function otherTopic({ form, topic }: Frame, other: string): string {
  if (form === 'passages') return withTopic(topic, other);
  return /^(?:in|at|near|with) /i.test(other) ? `${topic} ${other}`.trim() : other;
}

function withNames(index: StoryIndex, frame: Frame, { names = [], isCompared = false }: Change): Frame {
  const [name, other] = names;
  const topic = frame.form === 'passages' ? contentOf(frame.topic) : frame.topic;
  const free: Frame = { ...frame, except: null };
  if (name === undefined) return { ...free, form: 'who-said', names: [], topic };
  const [first] = frame.names;
  if (isCompared && first !== undefined) return { ...free, form: 'compare', names: [first, name], topic };
  if (other !== undefined) return { ...free, form: 'compare', names: [name, other], topic };
  if (frame.form === 'compare') return { ...free, form: 'saying', names: [name] };
  if (frame.form !== 'passages') return { ...free, names: [name] };
  const question = withName(index, frame.topic, name);
  return question === undefined ? { ...free, form: 'saying', names: [name], topic } : { ...frame, topic: question };
}
