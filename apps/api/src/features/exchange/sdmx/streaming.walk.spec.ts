import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { INDICATORS, type Observation } from './cube.ts';
import { dataMl } from './data-ml.ts';
import type { MessageContext } from './message-context.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { sdmxJson } from './sdmx-json.ts';
import { ManyTexts } from './texts.ts';

const PAGE = 2000;

/** Invented cells, each with its own source and note, made only when they are read. */
// oxlint-disable-next-line typescript/require-await -- as an answer that is read from the database is taken
async function* pages(count: number): AsyncGenerator<Observation[]> {
  for (let from = 0; from < count; from += PAGE)
    yield Array.from({ length: PAGE }, (_, at): Observation => {
      const n = from + at;
      const block = String(Math.floor(n / 25));
      return {
        key: [
          'A',
          'KZ',
          'A5_8',
          '_T',
          '_T',
          '_T',
          `B${String(Number(block) % 40)}`,
          String(2000 + (n % 25)),
        ],
        value: String(n),
        attributes: [
          'NUMBER',
          '0',
          'A',
          'F',
          String(n),
          '7',
          `Source ${String(n)}`,
          { en: `Note ${String(n)}` },
          'CC BY 4.0',
        ],
        updated: '',
        block,
      };
    });
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Measures the heap only after every so many bytes, because a garbage collection takes longer the more the thread has loaded. */
async function heapWhile(
  pieces: AsyncIterable<string>,
  every: number,
): Promise<{ bytes: number; peak: number }> {
  let [bytes, peak] = [0, 0];
  let looked = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes - looked < every) continue;
    looked = bytes;
    collectGarbage();
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  }
  return { bytes, peak };
}

it.each(['csv', 'flat', 'series', 'generic', 'specific'] as const)(
  'the largest answer needs no more memory than a tenth of it (%s)',
  async (kind) => {
    const context = async (size: number): Promise<MessageContext> => ({
      cube: INDICATORS,
      lists: new Map(),
      texts: await ManyTexts.of('sdmx'),
      lang: 'en',
      release: {
        number: '2026.1',
        publishedAt: '2026-01-01T00:00:00Z',
      } as MessageContext['release'],
      origin: 'https://qadam.example',
      citation: 'Qadam',
      shown: { measure: true, attributes: new Set(INDICATORS.attributes.map(({ id }) => id)) },
      size,
    });
    const write = async (count: number) => {
      const about = await context(count);
      switch (kind) {
        case 'csv':
          return sdmxCsv(pages(count), [], about, '2.0.0', { labels: 'id', keys: 'none' });
        case 'flat':
          return sdmxJson(pages(count), [], about, 'AllDimensions', '2.0.0');
        case 'series':
          return sdmxJson(pages(count), [], about, 'TIME_PERIOD', '2.0.0');
        default: {
          const form = { form: kind, version: '2.1', isTimeSeries: false } as const;
          return dataMl(pages(count), [], about, 'TIME_PERIOD', form);
        }
      }
    };
    const small = await heapWhile(await write(20_000), 2_000_000);
    const large = await heapWhile(await write(200_000), 2 * small.bytes);
    expect(large.bytes).toBeGreaterThan(7 * small.bytes);
    expect(large.bytes).toBeGreaterThan(15_000_000);
    expect(large.peak - small.peak).toBeLessThan(large.bytes / 10);
  },
  120_000,
);
