// Who speaks in the invented golden articles: people, governments, an office and outlets that exist nowhere.
import type { Speaker } from '../../../src/domain.ts';
import { INVENTED, speaker } from '../../attribution/readText.ts';

/** Velmora is the capital of Orlan, Kelluth that of Sarn. */
export const WORLD: readonly Speaker[] = [
  ...INVENTED,
  speaker({ id: 'sarn', name: 'Sarn', kind: 'government', pronoun: 'it', aliases: ['Kelluth'] }),
  speaker({
    id: 'petra-halvik',
    name: 'Petra Halvik',
    pronoun: 'she',
    aliases: ['Halvik'],
    roles: [
      {
        title: 'Sarn Foreign Minister',
        from: '2025-03-01',
        to: null,
        speaksFor: 'sarn',
        names: ['the Sarn foreign minister'],
      },
    ],
  }),
  speaker({
    id: 'orrin-tace',
    name: 'Orrin Tace',
    aliases: ['Tace'],
    roles: [
      { title: 'Sarn Prime Minister', from: '2023-05-01', to: null, speaksFor: 'sarn', names: ['the Sarn leader'] },
    ],
  }),
  speaker({ id: 'tace-office', name: "Tace's office", kind: 'office', pronoun: 'it', speaksFor: 'sarn' }),
  speaker({
    id: 'harbor-gazette',
    name: 'The Harbor Gazette',
    kind: 'outlet',
    pronoun: 'it',
    aliases: ['the Gazette'],
  }),
  speaker({ id: 'coast-wire', name: 'Coast Wire', kind: 'outlet', pronoun: 'it' }),
];
