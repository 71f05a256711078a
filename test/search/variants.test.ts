// British and American spelling: both ways have one stem; other words keep apart.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTokenizer } from '../../src/search/tokens.ts';
import { americanSpelling } from '../../src/search/variants.ts';

const tokenize = createTokenizer([]);
const stemOf = (word: string): string | undefined => tokenize(word)[0]?.stem;

const SAME = `programme program, programmes programs, programme programs, defence defense, offences offenses, sceptical skeptical,
  scepticism skepticism, centre center, centres centers, centred centered, centring centering, epicentre epicenter, theatre theater,
  kilometres kilometer, litres liters, fibre fiber, calibre caliber, manoeuvre maneuver, manoeuvres maneuvers, manoeuvring maneuvering,
  organise organize, organisation organization, organisations organize, recognised recognize, criticising criticize, criticise criticism,
  normalisation normalize, agonisingly agonizingly, apologise apologize, analyse analyze, analysing analyzed, paralysed paralyzed,
  honour honor, colourisation colorization, honourable honorable, harbours harbor, neighbouring neighboring, behaviour behavior, unfavourable unfavorable,
  labourers laborer, rumoured rumored, travelled traveled, cancelling canceling, labelled labeled, modelling modeling, fuelled fueled,
  signalled signaled, levelled leveled, dialled dialed, counsellor counselor, traveller traveler, fulfil fulfill, fulfilled fulfills,
  enrolment enrollment, skilful skillful, wilfully willfully, marvellous marvelous, jewellery jewelry, grey gray, greys grays,
  cheque check, cheques checks, licence license, practise practice, practised practiced, judgement judgment, dialogue dialog,
  aluminium aluminum, ploughed plowed, sulphur sulfur, tyres tires, mould mold, artefacts artifact, enquiry inquiry, learnt learned`;

const piece = fc.constantFrom(
  ...'our ours ise ised ising isation yse re res red ring tre met lit cent man oeuv fuelled grey sceptic cheque col hon un al'.split(
    ' ',
  ),
);
const wordLike = fc
  .array(fc.oneof(piece, fc.stringMatching(/^[a-z]{1,4}$/)), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''));

/** Words that look as if they were two spellings of one, and are not; and words spelt with s on both sides. */
const APART = `our or, four for, hour hor, tour tor, pour por, your yor, sour sor, course corse, devour devor, size sise, prize prise,
  seize seise, maize maise, promise promize, advise advize, device devise, surprise surprize, exercise exercize,
  compromise compromize, rise rize, wise wize, otherwise otherwize, raise raize, precise precize, acre acer, massacre massacer,
  mediocre mediocer, crises crizes, missile mizzile, basis bazis, disable dizable, programmed programd`;

const pairsOf = (list: string): [string, string][] =>
  list.split(/,\s*/u).map((pair) => pair.split(' ') as [string, string]);

test.each(pairsOf(SAME))('%s and %s have one stem', (british, american) => {
  expect(stemOf(british)).toBe(stemOf(american));
});

test.each(pairsOf(APART))('%s and %s have two', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});

test.each(['promising promises promised', 'surprising surprised surprises', 'advised adviser advising'])(
  '%s keep one stem',
  (words) => {
    expect(new Set(words.split(' ').map(stemOf)).size).toBe(1);
  },
);

describe('americanSpelling', () => {
  test('leaves its own spelling as it is, so that both sides of a comparison meet', () => {
    for (const [british, american] of pairsOf(SAME)) {
      expect(americanSpelling(americanSpelling(british))).toBe(americanSpelling(british));
      expect(americanSpelling(american)).toBe(american);
    }
  });

  test('the word as printed is kept beside the stem', () => {
    expect(tokenize('Defence programmes').map(({ word }) => word)).toEqual(['defence', 'programmes']);
  });

  test('gives a word for any word, and is done when done', () => {
    fc.assert(
      fc.property(wordLike, (word) => {
        const once = americanSpelling(word);
        expect(once).toMatch(/^[a-z]+$/);
        expect(americanSpelling(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
