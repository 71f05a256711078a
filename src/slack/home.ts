// The app's own page, and questions to begin with beside its messages.
import type { webApi } from '@slack/bolt';
import type { ListenParts, Prompt } from './parts.ts';
import { homeView } from './views.ts';

export async function onHome(
  { log, home, prompts }: ListenParts,
  { tab, user, channel }: { readonly tab: 'home' | 'messages'; readonly user: string; readonly channel: string },
  client: webApi.WebClient,
): Promise<void> {
  try {
    if (tab === 'home') await client.views.publish({ user_id: user, view: homeView(home()) });
    else {
      const asked = prompts();
      if (asked.length > 0)
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: channel,
          title: 'Ask, for example',
          prompts: [...asked] as [Prompt, ...Prompt[]],
        });
    }
  } catch (cause) {
    log.warn({ cause, tab }, 'slack: the app’s own page could not be shown');
  }
}
