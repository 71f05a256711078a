// `[Halvik] told reporters:` at the end of a paragraph, the words themselves in the next one. The draft has no content yet;
// joinParagraphs gives it the quotation, or drops it. Leaves alone: "The canal: a short history", a colon with its words behind it.
import { readLead, readSettings } from '../content.ts';
import { type Draft, draft, readCues, type SentenceView } from '../draft.ts';
import { senseOf } from '../lexicon.ts';

/** What may still stand before the colon: "in a letter to the council", at most eight words. */
const REST = /^(?:\s*,?\s*(?:in|on|at|to|of|as|with|before|after|during)(?:\s+[^\s,;:·]+){1,8})?\s*:$/u;

export function readIntroducing(view: SentenceView): Draft[] {
  const sentence = view.masked.slice(view.span.start, view.span.end);
  if (!view.introducesNext || !sentence.endsWith(':')) return [];
  for (const { cueWord, word, reading } of readCues(view)) {
    const sense = senseOf(word);
    const settings = readSettings(view, cueWord.end, sense);
    // The colon may already be taken as what stands before the content.
    const colon = view.masked.lastIndexOf(':', view.span.end - 1);
    if (settings.end <= colon && !REST.test(view.masked.slice(settings.end, view.span.end))) continue;
    const lead = readLead(view, reading.lead);
    return [
      draft({
        source: reading.source,
        cue: { start: reading.cueStart, end: cueWord.end },
        sense,
        content: [],
        addressee: settings.addressee,
        venue: settings.venue ?? lead.venue,
        dateRegions: [...(settings.dateRegion ? [settings.dateRegion] : []), ...lead.dateRegions],
        isSure: true,
        rule: 'introducing',
      }),
    ];
  }
  return [];
}
