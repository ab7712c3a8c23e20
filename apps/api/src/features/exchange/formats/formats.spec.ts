import { randomBytes } from 'node:crypto';
import { mock } from 'node:test';
import { describe, expect, it } from '@jest/globals';
import { languages, translator, type Language } from '@qadam/i18n';
import type { ExportContext } from '../export-format.ts';
import { EXPORT_FORMATS } from '../registry.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { COLUMNS } from './columns.ts';
import { writeRelease } from './xlsx.ts';
import { openWorkbook } from '../../../testing/workbook.ts';

const FORMULA = '=HYPERLINK("https://elsewhere.example","here")';

const ROW: ReleasedRow = {
  ...{ indicator: 'A4.2', area: 'KGZ', year: 2024, sex: '_T', age: '_T' },
  ...{ urbanisation: '_T', region: '_T', breakdown: '_T', value: '-1.5', numerator: '3' },
  ...{ denominator: '0.12345678901234567', obsStatus: 'A', confStatus: 'F', missingReason: null },
  ...{ status: null, progress: null, pace: null, source: null, sourceText: FORMULA, via: null },
  ...{ body: null, period: null },
  ...{ note: { en: '+7 000', ru: '@SUM(A1)' }, submittedOn: null, approvedOn: null, revision: 1 },
  ...{ factDate: null, provision: null, basis: null },
  ...{ level: '0.3', levelLow: '0.3', levelHigh: '0.3', word: 'BEGUN', movement: 'NONE' },
  ...{ since: '2026.1', sinceSequence: 1 },
};
const HIDDEN: ReleasedRow = {
  ...ROW,
  ...{ sex: 'F', value: null, numerator: null, denominator: null, obsStatus: 'Q' },
  ...{ confStatus: 'C', sourceText: null, note: null, revision: null },
  ...{ level: null, levelLow: null, levelHigh: null, word: null, movement: null },
};

async function context(hidden = 1, lang: Language = 'en'): Promise<ExportContext> {
  const counts = { rows: 2, hidden, years: { from: 2024, to: 2024 } };
  return {
    release: {
      at: new Date('2026-11-25T08:00:00Z'),
      ...{ sequence: 1, number: '2026.1', asOfYear: 2025, publishedAt: '2026-11-25T08:00:00Z' },
      ...{ note: { lang: 'en', text: 'First.' }, annual: true, methodVersion: '1.0' },
      ...{ contentHash: 'abc', auditHead: 'def', previous: null, latest: true },
    },
    lang,
    contents: {
      areas: new Map([['KGZ', { code: 'KGZ', kind: 'COUNTRY', iso2: 'KG', names: { en: 'K' } }]]),
      indicators: new Map(),
      sources: new Map(),
      bodies: new Map(),
      levels: [],
      actions: new Map(),
      ...counts,
    },
    t: await translator(lang, 'files'),
    origin: 'https://qadam.example',
  };
}
async function* pagesOf(...pages: ReleasedRow[][]): AsyncGenerator<ReleasedRow[]> {
  await Promise.resolve();
  yield* pages;
}
async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}
/** Random text, which a zip cannot make smaller. */
const noise = () => randomBytes(100).toString('base64');
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const formatOf = (id: string) => {
  const format = EXPORT_FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`There is no format ${id}.`);
  return format;
};
const columnOf = (name: string) => COLUMNS.findIndex((column) => column.name === name) + 1;

describe.each(EXPORT_FORMATS)('$id', (format) => {
  it('asks for no more rows than its reader takes, and stops when the reader goes', async () => {
    let [asked, closed] = [0, false];
    async function* many() {
      try {
        while (asked < 100) {
          asked += 1;
          yield Array.from({ length: 500 }, () => ({ ...ROW, sourceText: noise() }));
          await new Promise(setImmediate);
        }
      } finally {
        closed = true;
      }
    }
    const pieces = format.write(many(), await context())[Symbol.asyncIterator]();
    for (let taken = 0; taken < 3; taken += 1) await pieces.next();
    for (let seen = -1; seen !== asked; await wait(400)) {
      seen = asked;
      expect(asked).toBeLessThan(40);
    }
    await pieces.return?.();
    await wait(50);
    expect(closed).toBe(true);
  });
});

describe('a text that looks like a formula', () => {
  it.each(['csv', 'csv-for-excel'])(
    'is defused in %s, and a negative figure is not',
    async (id) => {
      const file = (await whole(formatOf(id).write(pagesOf([ROW]), await context()))).toString();
      expect(file).toContain(`"'${FORMULA.replaceAll('"', '""')}"`);
      expect(file).toContain(`"'+7 000"`);
      expect(file).toMatch(/,-1\.5,/);
    },
  );

  it.each(languages)(
    'is defused in the file for Excel in %s, whose figures stay figures',
    async (lang) => {
      const format = formatOf('csv-for-excel');
      const file = await whole(format.write(pagesOf([ROW, HIDDEN]), await context(1, lang)));
      const [delimiter, decimal] = lang === 'en' ? [',', '.'] : [';', ','];
      const [, first = '', second = ''] = file.toString('utf8').split('\r\n');
      // Each match is one cell: quoted by RFC 4180 where it holds a delimiter; figures are never quoted.
      const cells = [
        ...first.matchAll(new RegExp(`("(?:[^"]|"")*"|[^${delimiter}]*)(?:${delimiter}|$)`, 'g')),
      ].map(([, cell]) => cell ?? '');
      const at = (name: string) => cells[columnOf(name) - 1];
      expect(at('source')).toBe(`"'${FORMULA.replaceAll('"', '""')}"`);
      expect(at('note')).toBe(lang === 'en' ? `"'+7 000"` : `"'@SUM(A1)"`);
      expect([at('value'), at('numerator'), at('denominator')]).toEqual([
        `-1${decimal}5`,
        '3',
        `0${decimal}12345678901234567`,
      ]);
      expect(file.toString('utf8')).not.toMatch(/(^|[;,\n])"?[=+@]/);
      expect(second).toContain((await translator(lang, 'files'))('hidden'));
    },
  );

  it('is text in a workbook, before and after it is edited', async () => {
    const file = await whole(formatOf('xlsx').write(pagesOf([ROW]), await context()));
    const data = (await openWorkbook(file)).sheet('Data');
    const source = data.cell(2, columnOf('source'));
    expect(source).toMatchObject({ value: FORMULA, type: 'string', style: { numFmt: '@' } });
    expect(source?.formula).toBeUndefined();
    expect(data.value(2, columnOf('value'))).toBe(-1.5);
  });
});

describe('the workbook', () => {
  it('is the same file, byte for byte, whenever it is taken', async () => {
    const take = async () => whole(formatOf('xlsx').write(pagesOf([ROW]), await context()));
    const first = await take();
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 2100 }); // two seconds later, the resolution of times in a zip
    try {
      expect(first.equals(await take())).toBe(true);
    } finally {
      mock.timers.reset();
    }
  });

  it('keeps as text a figure that a spreadsheet would round', async () => {
    const file = await whole(formatOf('xlsx').write(pagesOf([ROW]), await context()));
    const data = (await openWorkbook(file)).sheet('Data');
    expect(data.value(2, columnOf('denominator'))).toBe('0.12345678901234567');
  });

  it('begins with the data, and says at its end what it is, how to cite it and that something is hidden', async () => {
    const file = await whole(formatOf('xlsx').write(pagesOf([ROW, HIDDEN]), await context()));
    const book = await openWorkbook(file);
    const told = book.sheet('About').column(2);
    expect(told.join('\n')).toContain('1 cell is hidden to protect people');
    expect(told).toContain(
      'Qadam, release 2026.1, 2026-11-25. https://qadam.example/en/releases/2026.1',
    );
    expect(told).toContain('2026-11-25T08:00:00Z');
    expect(book.sheets.map(({ name }) => name)).toEqual([
      ...['Data', 'Levels', 'Indicators', 'Parts of laws', 'Sources', 'Columns', 'About'],
    ]);
  });

  it('goes on in another sheet where one is full', async () => {
    const pages = pagesOf([ROW, ROW], [ROW, ROW, ROW]);
    const book = await openWorkbook(await whole(writeRelease(pages, await context(), 2)));
    expect(book.sheets.slice(0, 3).map(({ name, rows }) => [name, rows.length])).toEqual([
      ...[
        ['Data', 3],
        ['Data 2', 3],
        ['Data 3', 2],
      ],
    ]);
  });
});

it('JSON says in its head what CSV has no room for, and nothing of hidden cells where there are none', async () => {
  const read = async (hidden: number) =>
    JSON.parse(
      (await whole(formatOf('json').write(pagesOf([ROW]), await context(hidden)))).toString(),
    ) as Record<string, unknown>;
  expect(await read(3)).toMatchObject({
    release: '2026.1',
    contentHash: 'abc',
    licences: ['CC BY 4.0'],
    hidden: 3,
    hiddenNote: expect.stringMatching(/^3 cells are hidden/),
    columns: COLUMNS.map(({ name }) => expect.objectContaining({ name })),
    data: [{ value: -1.5, source: FORMULA }],
  });
  expect(await read(0)).toMatchObject({ hiddenNote: null });
});
