// Titles as outlets put them into addresses.
import { expect, test } from 'vitest';
import { titleInAddress } from '../../src/intake/titleInAddress.ts';

test.each([
  [
    'https://harbour.example/2026-03-04/Ferries-stop-as-crews-walk-out-1KHfHAsaeU8/share_amp.html',
    'Ferries stop as crews walk out',
  ],
  ['https://harbour.example/2026/03/04/ferries-stop-as-crews-walk-out/', 'Ferries stop as crews walk out'],
  ['https://harbour.example/news/20260304-ferries-stop-as-crews-walk-out-48213377', 'Ferries stop as crews walk out'],
  ['https://harbour.example/world/ferries_stop_in_2026_for_g20.html?utm_source=x', 'Ferries stop in 2026 for g20'],
  ['https://harbour.example/%C3%A9tat-des-ferries-du-nord', 'État des ferries du nord'],
  ['https://harbour.example/world/middle-east', null],
  ['https://harbour.example/a/48213377', null],
  ['https://harbour.example/', null],
  ['no address', null],
  ['https://harbour.example/%E0%A4%A-ferries-stop-as-crews', null],
])('%s', (address, title) => {
  expect(titleInAddress(address)).toBe(title);
});
