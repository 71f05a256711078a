// First responses: which type answers which interaction, choices of completion, modals and deferrals.
import { type APIInteraction, type APIMessage, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { checkCallback } from './callbacks.ts';

const text = (length: number) => 'x'.repeat(length);
const QUIET = { content: 'x', allowed_mentions: { parse: [] } };
const MESSAGE = { content: 'x', embeds: [], components: [], attachments: [] } as unknown as APIMessage;

type Kind = 'command' | 'completion' | 'button' | 'modal' | 'modal of a button' | 'completion of a number';

const INTERACTIONS: Readonly<Record<Kind, object>> = {
  command: { type: InteractionType.ApplicationCommand, data: {} },
  completion: completion(3),
  'completion of a number': completion(4),
  button: { type: InteractionType.MessageComponent, data: {}, message: MESSAGE },
  modal: { type: InteractionType.ModalSubmit, data: {} },
  'modal of a button': { type: InteractionType.ModalSubmit, data: {}, message: MESSAGE },
};

function completion(type: number): object {
  const option = { name: 'words', type, value: 'x', focused: true };
  const options = [{ name: 'who', type: 2, options: [{ name: 'said', type: 1, options: [option] }] }];
  return { type: InteractionType.ApplicationCommandAutocomplete, data: { options } };
}

function pathsOf(kind: Kind, body: unknown): string[] {
  const interaction = INTERACTIONS[kind] as unknown as APIInteraction;
  return checkCallback(body, interaction, { existing: MESSAGE, files: 0 }).map(({ path }) => path);
}

describe('a type of response', () => {
  const bodies: Readonly<Record<number, object>> = {
    4: { type: 4, data: QUIET },
    5: { type: 5, data: { flags: 64 } },
    6: { type: 6 },
    7: { type: 7, data: QUIET },
    8: { type: 8, data: { choices: [{ name: 'x', value: 'x' }] } },
    9: { type: 9, data: modal() },
    10: { type: 10 },
    12: { type: 12 },
  };
  test.each<[Kind, number[]]>([
    ['command', [4, 5, 9]],
    ['completion', [8]],
    ['button', [4, 5, 6, 7, 9]],
    ['modal', [4, 5]],
    ['modal of a button', [4, 5, 6, 7]],
  ])('to a %s is one of %j', (kind, allowed) => {
    const taken = Object.keys(bodies).filter((type) => pathsOf(kind, bodies[Number(type)]).length === 0);
    expect(taken.map(Number)).toEqual(allowed);
    const refused = Object.keys(bodies).filter((type) => !allowed.includes(Number(type)));
    for (const type of refused) expect(pathsOf(kind, bodies[Number(type)])).toEqual(['type']);
  });

  test('is one that exists, and is there', () => {
    expect(pathsOf('command', { type: 3 })).toEqual(['type']);
    expect(pathsOf('command', {})).toEqual(['type']);
    expect(pathsOf('command', undefined)).toEqual(['']);
  });
});

function modal(fields: object = {}): object {
  return { custom_id: 'wrong', title: 'What is wrong?', components: [label()], ...fields };
}

function label(fields: object = {}, component: object = {}): object {
  return { type: 18, label: 'Reason', component: { type: 4, custom_id: 'reason', style: 2, ...component }, ...fields };
}

describe('responses are refused for', () => {
  test.each<[string, Kind, object, string]>([
    ['a message that is too long', 'command', { type: 4, data: { ...QUIET, content: text(2_001) } }, 'data.content'],
    ['a message that pings', 'command', { type: 4, data: { content: 'x' } }, 'data.allowed_mentions'],
    ['no message', 'command', { type: 4 }, 'data'],
    ['text in a deferral', 'command', { type: 5, data: { content: 'x' } }, 'data.content'],
    [
      'a deferral with another flag than the private one',
      'command',
      { type: 5, data: { flags: 32_768 } },
      'data.flags',
    ],
    ['data in the deferral of an update', 'button', { type: 6, data: { flags: 64 } }, 'data'],
    ['an update that makes the message private', 'button', { type: 7, data: { ...QUIET, flags: 64 } }, 'data.flags'],
    ['an update that leaves nothing', 'button', { type: 7, data: { ...QUIET, content: '' } }, 'data'],
    [
      '26 choices',
      'completion',
      { type: 8, data: { choices: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) } },
      'data.choices',
    ],
    [
      'a choice of 101 characters',
      'completion',
      { type: 8, data: { choices: [{ name: text(101), value: 'x' }] } },
      'data.choices[0].name',
    ],
    [
      'an empty choice',
      'completion',
      { type: 8, data: { choices: [{ name: '', value: 'x' }] } },
      'data.choices[0].name',
    ],
    [
      'a value of 101 characters',
      'completion',
      { type: 8, data: { choices: [{ name: 'x', value: text(101) }] } },
      'data.choices[0].value',
    ],
    [
      'a number where text is typed',
      'completion',
      { type: 8, data: { choices: [{ name: 'x', value: 1 }] } },
      'data.choices[0].value',
    ],
    [
      'text where a number is typed',
      'completion of a number',
      { type: 8, data: { choices: [{ name: 'x', value: '1' }] } },
      'data.choices[0].value',
    ],
    ['no choices at all', 'completion', { type: 8, data: {} }, 'data.choices'],
    ['a modal of 46 characters', 'command', { type: 9, data: modal({ title: text(46) }) }, 'data.title'],
    ['a modal without a name', 'command', { type: 9, data: modal({ custom_id: '' }) }, 'data.custom_id'],
    [
      'a modal of six inputs',
      'command',
      { type: 9, data: modal({ components: Array.from({ length: 6 }, (_, at) => label({}, { custom_id: `${at}` })) }) },
      'data.components',
    ],
    ['a modal of no input', 'command', { type: 9, data: modal({ components: [] }) }, 'data.components'],
    [
      'a label of 46 characters',
      'command',
      { type: 9, data: modal({ components: [label({ label: text(46) })] }) },
      'data.components[0].label',
    ],
    [
      'a description of 101 characters',
      'command',
      { type: 9, data: modal({ components: [label({ description: text(101) })] }) },
      'data.components[0].description',
    ],
    [
      'a placeholder of 101 characters',
      'command',
      { type: 9, data: modal({ components: [label({}, { placeholder: text(101) })] }) },
      'data.components[0].component.placeholder',
    ],
    [
      'a custom_id twice',
      'command',
      { type: 9, data: modal({ components: [label(), label()] }) },
      'data.components[1].component.custom_id',
    ],
    [
      'a button in a modal',
      'command',
      {
        type: 9,
        data: modal({ components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x' }] }] }),
      },
      'data.components[0].components[0].type',
    ],
    [
      'a row of a modal without a label',
      'command',
      { type: 9, data: modal({ components: [{ type: 1, components: [{ type: 4, custom_id: 'x', style: 1 }] }] }) },
      'data.components[0].components[0].label',
    ],
    ['a field beside type and data', 'command', { type: 4, data: QUIET, flags: 64 }, 'flags'],
  ])('%s', (_, kind, body, path) => {
    expect(pathsOf(kind, body)).toContain(path);
  });
});

describe('all of this is taken', () => {
  test.each<[string, Kind, object]>([
    ['no choices for what nobody knows', 'completion', { type: 8, data: { choices: [] } }],
    [
      '25 choices of 100 characters',
      'completion',
      { type: 8, data: { choices: Array.from({ length: 25 }, () => ({ name: text(100), value: text(100) })) } },
    ],
    [
      'numbers where a number is typed',
      'completion of a number',
      { type: 8, data: { choices: [{ name: 'x', value: 1 }] } },
    ],
    ['a deferral that is not private', 'command', { type: 5, data: { flags: 0 } }],
    ['a deferral without data', 'command', { type: 5 }],
    ['an update of buttons alone', 'button', { type: 7, data: { components: [], allowed_mentions: { parse: [] } } }],
    [
      'a modal of five inputs',
      'command',
      { type: 9, data: modal({ components: Array.from({ length: 5 }, (_, at) => label({}, { custom_id: `${at}` })) }) },
    ],
    [
      'a modal of the older way',
      'command',
      {
        type: 9,
        data: modal({
          components: [{ type: 1, components: [{ type: 4, custom_id: 'x', style: 1, label: 'Reason' }] }],
        }),
      },
    ],
  ])('%s', (_, kind, body) => {
    expect(pathsOf(kind, body)).toEqual([]);
  });

  test('the type of response is named in words', () => {
    const interaction = INTERACTIONS.command as unknown as APIInteraction;
    const [found] = checkCallback({ type: InteractionResponseType.UpdateMessage }, interaction, {
      existing: null,
      files: 0,
    });
    expect(found?.reason).toBe('UpdateMessage (7) is no response to ApplicationCommand');
  });
});
