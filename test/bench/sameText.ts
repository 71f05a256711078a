// `node --expose-gc … sameText.js`: how many copies of invented articles are found among 10,000, how many texts that are none are taken for copies,
// how long a look-up takes and what an article takes in memory. `--articles N --tried N --seed N` take other numbers.
import { parseArgs } from 'node:util';
import { measureSameText, sumOf } from '../sameText/measure.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    tried: { type: 'string', default: '250' },
    seed: { type: 'string', default: '1' },
  },
});
const { rows, bytesPerArticle } = measureSameText({
  seed: Number(values.seed),
  articles: Number(values.articles),
  tried: Number(values.tried),
});
for (const { name, isSame, tried, found, us, shares } of rows) {
  const count = `${found} of ${tried}`;
  const range = found === 0 ? '' : `share ${shares.map((share) => share.toFixed(2)).join(' to ')}`;
  const times = `p50 ${us[0].toFixed(0)} µs, p99 ${us[1].toFixed(0)} µs`;
  console.log(
    `${isSame ? 'same ' : 'apart'}  ${name.padEnd(40)} found ${count.padEnd(12)} ${times.padEnd(28)} ${range}`,
  );
}
for (const isSame of [true, false]) {
  const { found, tried } = sumOf(rows, isSame);
  console.log(
    `${isSame ? 'same' : 'apart'}: found ${((100 * found) / tried).toFixed(2)} of 100 (${found} of ${tried})`,
  );
}
if (bytesPerArticle !== null) console.log(`${(bytesPerArticle / 1_000).toFixed(1)} kB an article`);
