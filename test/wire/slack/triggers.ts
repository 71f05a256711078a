// trigger_ids: they open one modal, within three seconds.
import { randomUUID } from 'node:crypto';
import { LIMITS } from './checks/limits.ts';

export interface Trigger {
  readonly exchangeId: string;
  readonly team: string;
  readonly user: string;
}

export class Triggers {
  readonly #all = new Map<string, Trigger & { at: number; isUsed: boolean }>();

  issue(trigger: Trigger): string {
    const id = `${trigger.exchangeId}.${randomUUID().replaceAll('-', '')}`;
    this.#all.set(id, { ...trigger, at: performance.now(), isUsed: false });
    return id;
  }

  /** The trigger, which is used with this, or the error that Slack gives. */
  use(id: string): Trigger | string {
    const found = this.#all.get(id);
    if (found === undefined) return 'invalid_trigger_id';
    if (performance.now() - found.at > LIMITS.acknowledgement) return 'expired_trigger_id';
    if (found.isUsed) return 'exchanged_trigger_id';
    found.isUsed = true;
    return found;
  }

  /** Makes those of an act too old. */
  expire(exchangeId: string): void {
    for (const trigger of this.#all.values()) {
      if (trigger.exchangeId === exchangeId) trigger.at = Number.NEGATIVE_INFINITY;
    }
  }
}
