// Writes a release of many rows in every format of /data, and with the usual alternatives for comparison, each in a process of its own.
// Prints the time by the clock and of the processor, the size and the most memory used. Build first.
//   node tools/bench/downloads.mjs [rows, default 1000000]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Memory as in the server (decisions 0101, 0111). */
const FLAGS = ['--expose-gc', '--max-semi-space-size=8', '--heap-growing-percent=25'];
const PAGE = 2000;
const BELOW_RSS_MB = 1024 * 1024;
const [rowsText = '1000000', only] = process.argv.slice(2);
const rows = Number(rowsText);
const root = path.join(import.meta.dirname, '../..');
const api = (file) =>
  import(pathToFileURL(path.join(root, 'apps/api/dist/features/exchange', file)).href);

const library = (name) =>
  import(pathToFileURL(path.join(root, 'libs', name, 'dist/index.js')).href);

const PEERS = ['peer: JSON.stringify', 'peer: hucre writeXlsx'];

if (only === undefined) {
  const { EXPORT_FORMATS } = await api('registry.js');
  for (const name of [...EXPORT_FORMATS.map(({ id }) => id), ...PEERS]) {
    const run = spawnSync(process.execPath, [...FLAGS, import.meta.filename, rowsText, name], {
      encoding: 'utf8',
    });
    console.log(run.status === 0 ? run.stdout.trim() : `${name.padEnd(26)} failed: ${reason(run)}`);
  }
} else await measure(only);

function reason({ stderr, signal }) {
  return /out of memory/.test(stderr)
    ? 'out of memory'
    : (stderr.match(/\w*Error: [^\n]*/)?.[0] ?? signal ?? 'unknown');
}

async function measure(name) {
  const { eachPlainField } = await library('domain');
  const { release, contents, row } = example(
    rows,
    eachPlainField(() => null),
  );
  const { translator } = await library('i18n');
  const context = {
    release,
    lang: 'en',
    contents,
    t: await translator('en', 'files'),
    origin: 'https://qadam.example',
  };
  async function* pages() {
    for (let first = 0; first < rows; first += PAGE)
      yield Array.from({ length: Math.min(PAGE, rows - first) }, (_, i) => row(first + i));
  }
  const { EXPORT_FORMATS } = await api('registry.js');
  const format = EXPORT_FORMATS.find(({ id }) => id === name);
  globalThis.gc();
  const before = process.memoryUsage.rss();
  let most = before;
  const started = performance.now();
  const cpu = process.cpuUsage();
  let bytes = 0;
  const pieces = format ? format.write(pages(), context) : peer(name, pages(), context);
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece);
    most = Math.max(most, process.memoryUsage.rss());
    await new Promise(setImmediate); // lets other tasks run, as writing to a socket does
  }
  const { user, system } = process.cpuUsage(cpu);
  const processor = (user + system) / 1e6;
  most = Math.max(most, process.resourceUsage().maxRSS * 1024);
  const told = [
    name.padEnd(26),
    `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(9),
    `${processor.toFixed(1)} s of the processor`.padStart(24),
    `${(bytes / BELOW_RSS_MB).toFixed(1)} MB`.padStart(9),
    `${(bytes / BELOW_RSS_MB / processor).toFixed(1)} MB/s`.padStart(10),
    `at most ${((most - before) / BELOW_RSS_MB).toFixed(0)} MB more`.padStart(24),
  ];
  console.log(told.join(' '));
}

/** The alternative: collects all rows, then writes the whole file as one value. */
async function* peer(name, pages, context) {
  const { COLUMNS } = await api('formats/columns.js');
  const table = [COLUMNS.map((column) => column.name)];
  for await (const page of pages)
    for (const row of page) table.push(COLUMNS.map((column) => column.of(row, context)));
  if (name === 'peer: JSON.stringify') yield JSON.stringify(table);
  else {
    const { writeXlsx } = await import('hucre/xlsx');
    yield await writeXlsx({ sheets: [{ name: 'Data', rows: table }] });
  }
}

function example(count, plainFields) {
  const texts = { en: 'Women who reported violence by a partner', ru: 'Женщины' };
  const indicator = {
    code: 'A4.2',
    kind: 'NUMERIC',
    scope: 'COUNTRY',
    unit: 'PT',
    unitText: { en: '%' },
    multiplier: '100',
    decimals: 1,
    direction: 'DECREASE',
    valueType: 'FLOW',
    sensitive: true,
    sdgCode: '5.2.1',
    name: texts,
    definition: texts,
    elements: [],
    stages: null,
    ...plainFields,
    rows: count,
    hidden: 0,
  };
  const source = {
    id: 'S1',
    title: 'Demographic and health survey',
    publisher: 'Statistical committee',
    year: 2023,
    url: 'https://example.org/survey',
    licence: 'CC BY 4.0',
    kind: 'SURVEY',
  };
  const area = { code: 'KGZ', kind: 'COUNTRY', iso2: 'KG', names: { en: 'Kyrgyzstan' } };
  return {
    release: {
      number: '2026.1',
      sequence: 1,
      asOfYear: 2025,
      publishedAt: '2026-11-25T08:00:00Z',
      methodVersion: '1',
      contentHash: 'x',
      note: { lang: 'en', text: 'Note' },
    },
    contents: {
      indicators: new Map([['A4.2', indicator]]),
      areas: new Map([['KGZ', area]]),
      sources: new Map([['S1', source]]),
      bodies: new Map(),
      actions: new Map(),
      levels: [],
      rows: count,
      hidden: 0,
    },
    row: (i) => ({
      indicator: 'A4.2',
      area: 'KGZ',
      year: 2000 + (i % 26),
      sex: '_T',
      age: '_T',
      urbanisation: '_T',
      region: `R${i}`,
      breakdown: '_T',
      value: String((i % 1000) / 10),
      numerator: null,
      denominator: null,
      obsStatus: 'A',
      confStatus: 'F',
      missingReason: null,
      factDate: null,
      provision: null,
      basis: null,
      level: null,
      levelLow: null,
      levelHigh: null,
      word: null,
      movement: null,
      status: null,
      progress: null,
      pace: null,
      body: null,
      period: null,
      source: 'S1',
      sourceText: null,
      via: 'ENTRY',
      note: null,
      submittedOn: '2026-03-01',
      approvedOn: '2026-04-01',
      revision: 1,
      since: '2026.1',
      sinceSequence: 1,
    }),
  };
}
