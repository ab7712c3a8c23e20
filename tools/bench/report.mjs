// Writes the results of reads.mjs as tables in Markdown, with the goals that are kept (docs/design/quality.md, “Performance”).
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PAGES = ['list', 'indicator', 'action', 'country', 'openData', 'changes'];
export const number = (value) =>
  !Number.isFinite(value) ? '–' : value >= 9.95 ? value.toFixed(0) : value.toPrecision(2);
export const range = (values) =>
  [...new Set([Math.min(...values), Math.max(...values)].map(number))].join('–');
const ratio = (one, other) => (one && other ? one.perSecond / other.perSecond : undefined);
/** How many requests `one` answers with the processor time that `other` takes for a single one. */
const lighter = (one, other) => (one && other ? other.processor / one.processor : undefined);

export const table = (head, rows) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const cell = (side) =>
  side ? `${number(side.perSecond)}/s, ${number(side.p50)} ms (${number(side.processor)})` : '–';
const both = (one, other) => `${number(ratio(one, other))} (${number(lighter(one, other))})`;

const firstReads = ({ first }) =>
  table(
    ['first read', 'Qadam', 'PostGraphile', 'bare pg', 'of PostGraphile', 'of bare pg'],
    Object.entries(first).map(([name, { ours, postgraphile, bare }]) => [
      ...[name, ...[ours, postgraphile, bare].map(cell)],
      ...[postgraphile, bare].map((peer) => both(ours, peer)),
    ]),
  );

const repeatedReads = ({ repeated }) =>
  table(
    [
      'repeated',
      'kB',
      'Qadam',
      'by GET',
      'PostGraphile',
      'constant',
      'of PostGraphile',
      'of constant',
    ],
    Object.entries(repeated).map(([name, { bytes, ...sides }]) => [
      ...[name, number(bytes / 1000), cell(sides.ours), cell(sides['ours by GET'])],
      ...[cell(sides.postgraphile), cell(sides.constant)],
      ...[sides.postgraphile, sides.constant].map((peer) => both(sides.ours, peer)),
    ]),
  );

/** The databases that differ only by the number of values, the smallest first. */
function sized({ shapes }) {
  const plain = shapes.filter(({ indicators }) => indicators === undefined);
  return plain.length > 0 ? plain : shapes;
}

function downloads(results) {
  const shapes = sized(results);
  return table(
    ['download: first byte', ...shapes.map(({ name }) => name), 'MB/s after it', 'MB/s in all'],
    Object.keys(shapes[0].downloads).map((id) => {
      const of = shapes.map((shape) => shape.downloads[id]);
      return [
        id,
        ...of.map(({ first }) => `${number(first)} ms`),
        number(of.at(-1).perSecond),
        number(of.at(-1).inAll),
      ];
    }),
  );
}

/** Each goal with what was measured, over all databases; `kept` is null if nothing was measured. */
export function goalsOf(results) {
  const { shapes } = results;
  const [smallest, largest] = [sized(results)[0], sized(results).at(-1)];
  const files = Object.entries(largest.downloads);
  const ratios = (kind, names, [side, peer]) => {
    const each = (of) =>
      shapes.flatMap(({ [kind]: asked }) =>
        // a question that was answered wrongly or not at all counts as 0, so that its goal is not kept
        names.map((name) => (name in asked ? of(asked[name][side], asked[name][peer]) : 0)),
      );
    return { values: each(ratio), processor: each(lighter) };
  };
  const first = (name) => ratios('first', [name], ['ours', 'postgraphile']);
  const repeated = (...sides) => ratios('repeated', Object.keys(smallest.repeated), sides);
  const speeds = (fits) =>
    largest.rows < 100_000
      ? []
      : files.filter(([id]) => fits.test(id)).map(([, file]) => file.perSecond);
  const goal = (point, text, { least = -Infinity, most = Infinity }, all) => {
    const { values, processor = [] } = Array.isArray(all) ? { values: all } : all;
    const measured = values.filter((value) => value !== undefined);
    const kept =
      measured.length > 0 ? measured.every((value) => value >= least && value <= most) : null;
    return { point, text, measured, kept, processor: processor.filter(Number.isFinite) };
  };
  return [
    goal(2, 'repeated by POST ≥ 8 × PostGraphile', { least: 8 }, repeated('ours', 'postgraphile')),
    goal(
      2,
      'repeated by GET ≥ 8 × PostGraphile',
      { least: 8 },
      repeated('ours by GET', 'postgraphile'),
    ),
    goal(2, 'repeated by POST ≥ 0.25 × constant', { least: 0.25 }, repeated('ours', 'constant')),
    goal(
      2,
      'repeated by GET ≥ 0.25 × constant',
      { least: 0.25 },
      repeated('ours by GET', 'constant'),
    ),
    goal(3, 'first series ≥ 1.5 × PostGraphile', { least: 1.5 }, first('series')),
    goal(3, 'first scorecard ≥ 3 × PostGraphile', { least: 3 }, first('scorecard')),
    ...PAGES.map((name) => goal(3, `first ${name} ≥ 1 × PostGraphile`, { least: 1 }, first(name))),
    goal(5, 'CSV ≥ 20 MB/s after the first byte, from 1 MB', { least: 20 }, speeds(/^csv/)),
    goal(
      5,
      'XLSX and SDMX ≥ 5 MB/s after the first byte, from 1 MB',
      { least: 5 },
      speeds(/^(xlsx|sdmx-)/),
    ),
  ];
}

export const word = (kept) => (kept === null ? 'not measured' : kept ? 'kept' : 'NOT kept');

/** Writes the results to a file, if one is named for them. */
export function writeJson(results, file) {
  if (file === undefined) return;
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, JSON.stringify(results, null, 2));
}

export function report(results) {
  const { shapes, goals, missing, cores, date } = results;
  return [
    `Measured ${date.slice(0, 10)} on ${cores} cores, four requests at once: requests answered in a second, median time of one, and in brackets what it takes of the processor in milliseconds, in PostgreSQL too; ratios the same way.`,
    ...(missing === null
      ? []
      : [`PostGraphile is missing, nothing is compared with it: ${missing}`]),
    ...shapes.flatMap((shape) => [
      `### ${shape.name} (${shape.values.toLocaleString('en')} rows)`,
      firstReads(shape),
      repeatedReads(shape),
    ]),
    '### Downloads',
    downloads(results),
    ...results.problems.map((problem) => `Wrong or missing: ${problem.slice(0, 300)}`),
    '### Goals',
    table(
      ['goal', 'point', 'measured', 'by processor time', ''],
      goals.map(({ point, text, measured, processor, kept }) => [
        text,
        point,
        measured.length > 0 ? range(measured) : '–',
        processor.length > 0 ? range(processor) : '–',
        word(kept),
      ]),
    ),
  ].join('\n\n');
}
