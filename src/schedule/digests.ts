// The digests of all channels, as the rest of the program sees them.
import type { Message } from '../messages/message.ts';
import type { ChannelKey } from '../store/digestStore.ts';

/** Where and by whom a digest is asked about. That they may is the platform's to say. */
export interface Manager {
  readonly channel: ChannelKey;
  /** As people call it: "#talks". */
  readonly channelName: string;
  /** As the platform names people; null: whoever runs the bot. */
  readonly user: string | null;
}

export interface Digests {
  /**
   * What stands behind "digest": "on 09:00 Europe/London weekdays about missiles", "status". For the manager alone. Never rejects: what can't be read,
   * and what went wrong, is a message that says what to do.
   */
  command(text: string, by: Manager): Promise<Message>;
  /** Sends what is due, again and again, until the signal; never rejects. */
  run(signal: AbortSignal): Promise<void>;
}
