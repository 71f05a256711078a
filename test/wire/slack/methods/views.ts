// Modals and Home tabs: views.open, views.push, views.update, views.publish.
import { z } from 'zod';
import type { Breach } from '../../breach.ts';
import type { Answer } from '../../httpAnswer.ts';
import { ok, refused } from '../answers.ts';
import { breachesOfBlocks } from '../checks/markup.ts';
import { homeView, modalView } from '../checks/views.ts';
import { show } from '../core.ts';
import { viewObject } from '../objects.ts';
import type { Trigger } from '../triggers.ts';
import type { View } from '../views.ts';
import { type Call, type Method, textOf } from './method.ts';

const checkView = ({ args, core }: Call): readonly Breach[] =>
  breachesOfBlocks(args['view'], ['view'], core.mayMention);

export const VIEW_METHODS: readonly Method[] = [
  {
    name: 'views.open',
    token: 'bot',
    scopes: [],
    shape: z.strictObject({ trigger_id: z.string(), view: modalView }),
    check: checkView,
    answer: (call) =>
      withTrigger(call, ({ team, user, exchangeId }) => {
        const view = call.core.views.push(team, user, bodyOf(call), null);
        return shown(call, view, exchangeId);
      }),
  },
  {
    name: 'views.push',
    token: 'bot',
    scopes: [],
    shape: z.strictObject({ trigger_id: z.string(), view: modalView }),
    check: checkView,
    answer: (call) =>
      withTrigger(call, ({ team, user, exchangeId }) => {
        const below = call.core.views.open.filter((each) => each.user === user);
        const top = below.at(-1);
        if (top === undefined) return refused('not_found');
        // Three views may lie on each other.
        if (below.length >= 3) return refused('push_limit_reached');
        return shown(call, call.core.views.push(team, user, bodyOf(call), top), exchangeId);
      }),
  },
  {
    name: 'views.update',
    token: 'bot',
    scopes: [],
    shape: z.strictObject({
      view: z.union([modalView, homeView]),
      view_id: z.exactOptional(z.string()),
      external_id: z.exactOptional(z.string()),
      hash: z.exactOptional(z.string()),
    }),
    check: checkView,
    answer: (call) => {
      const { view_id: id, external_id: externalId, hash } = call.args as Record<string, string | undefined>;
      const old = call.core.views.find({ id, externalId });
      if (old === undefined) return refused('not_found');
      if (hash !== undefined && hash !== old.hash) return refused('hash_conflict');
      return shown(call, call.core.views.update(old, bodyOf(call)), null);
    },
  },
  {
    name: 'views.publish',
    token: 'bot',
    scopes: [],
    shape: z.strictObject({ user_id: z.string(), view: homeView, hash: z.exactOptional(z.string()) }),
    check: checkView,
    answer: (call) => {
      const user = textOf(call, 'user_id');
      if (call.core.state.findPerson(user) === undefined) return refused('user_not_found');
      const { hash } = call.args;
      const old = call.core.views.home(call.workspace.id, user);
      if (hash !== undefined && hash !== old?.hash) return refused('hash_conflict');
      const view = call.core.views.publish(call.workspace.id, user, bodyOf(call));
      show(call.core, { kind: 'home', by: 'views.publish', body: call.args, view });
      return ok({ view: viewObject(call.workspace, view) });
    },
  },
];

function bodyOf({ args }: Call): View['body'] {
  return args['view'] as View['body'];
}

function shown(call: Call, view: View, exchangeId: string | null): Answer {
  show(call.core, {
    kind: view.body['type'] === 'home' ? 'home' : 'view',
    by: 'views',
    body: call.args,
    view,
    exchangeId,
  });
  return ok({ view: viewObject(call.workspace, view) });
}

function withTrigger(call: Call, answer: (trigger: Trigger) => Answer): Answer {
  const trigger = call.core.triggers.use(textOf(call, 'trigger_id'));
  return typeof trigger === 'string' ? refused(trigger) : answer(trigger);
}
