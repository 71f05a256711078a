// A channel that wants a digest, for tests: they name what they are about.
import { type Subscription, subscriptionId } from '../../src/store/digestStore.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 1, 12) + seconds * 1000);

/** On, and due at the first instant of 12 February 2026. */
export function subscription(channel: string, fields: Partial<Subscription> = {}): Subscription {
  const key = { platform: 'slack', community: 'T1', channel } as const;
  return {
    ...key,
    id: subscriptionId(key),
    time: '09:00',
    zone: 'Europe/London',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    topic: null,
    speakers: [],
    whenEmpty: 'record',
    state: 'on',
    blocked: null,
    setBy: 'U1',
    setAt: at(-100),
    startedAt: at(-50),
    next: { date: '2026-02-12', at: at(0) },
    ...fields,
  };
}

/** Of that channel. */
export const idOf = (channel: string): string => subscription(channel).id;
