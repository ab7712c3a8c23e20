import type { Texts } from '../../../graphql/local-text.type.ts';
import type { Pages } from '../export-format.ts';
import { AGENCY, VERSION, seriesKey, type Component, type Observation } from './cube.ts';
import {
  attributesShown,
  best,
  codeName,
  conceptName,
  isSeriesOnly,
  type JsonVersion,
  type MessageContext,
} from './message-context.ts';

/** The versions of SDMX-CSV are those of SDMX-JSON. */
export type CsvVersion = JsonVersion;

export interface CsvOptions {
  labels: 'id' | 'name' | 'both';
  keys: 'none' | 'obs' | 'series' | 'both';
}

interface Column {
  heading: string;
  of: (observation: Observation, action: Action) => string;
}

/** R replaces what the reader has for the same keys; D deletes what was withdrawn since. */
type Action = 'R' | 'D';

/**
 * SDMX-CSV 1.0, 2.0 and 2.1: UTF-8 without a byte order mark, commas, decimal dots. A year is its own normalised form, so timeFormat changes nothing.
 * 1.0 has no deletions, so withdrawn cells are not reported there.
 */
export async function* sdmxCsv(
  pages: Pages<Observation>,
  gone: readonly Observation[],
  context: MessageContext,
  version: CsvVersion,
  options: CsvOptions,
): AsyncGenerator<string> {
  const columns = columnsOf(context, version, options);
  const line = (textOf: (column: Column) => string) =>
    `${columns.map((column) => cell(textOf(column))).join(',')}\r\n`;
  const lines = (observations: readonly Observation[], action: Action) =>
    observations.map((observation) => line(({ of }) => of(observation, action))).join('');
  yield line(({ heading }) => heading);
  const seen = new Set<string>();
  for await (const page of pages) {
    yield lines(isSeriesOnly(context) ? page.filter(firstOf(seen)) : page, 'R');
  }
  if (gone.length > 0 && version !== '1.0.0') yield lines(gone, 'D');
}

/** Lets only the first observation of each series pass. Keys are remembered for one block at a time. */
function firstOf(seen: Set<string>): (observation: Observation) => boolean {
  let block = '';
  return (observation) => {
    if (observation.block !== block) seen.clear();
    block = observation.block;
    const key = seriesKey(observation);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

function structureColumns(
  { cube, texts, lang }: MessageContext,
  version: CsvVersion,
  { labels }: CsvOptions,
): Column[] {
  const id = `${AGENCY}:${cube.flow}(${VERSION})`;
  const name = best(texts.of('messages', cube.name), { lang });
  const named = labels === 'both' ? `${id}: ${name}` : id;
  if (version === '1.0.0') return [{ heading: 'DATAFLOW', of: () => named }];
  return [
    { heading: 'STRUCTURE', of: () => 'dataflow' },
    { heading: 'STRUCTURE_ID', of: () => named },
    ...(labels === 'name' ? [{ heading: 'STRUCTURE_NAME', of: () => name }] : []),
    { heading: 'ACTION', of: (_observation, action) => action },
  ];
}

function columnsOf(context: MessageContext, version: CsvVersion, options: CsvOptions): Column[] {
  const { cube, shown } = context;
  const time = cube.dimensions.length - 1;
  const seriesOnly = isSeriesOnly(context);
  const keys: Column[] = [
    { name: 'series', heading: 'SERIES_KEY', of: seriesKey },
    { name: 'obs', heading: 'OBS_KEY', of: ({ key }: Observation) => key.join('.') },
  ].filter(({ name }) => options.keys === name || options.keys === 'both');
  const component = (one: Component, of: (observation: Observation) => string | Texts | null) =>
    componentColumns(one, of, context, options);
  return [
    ...structureColumns(context, version, options),
    ...keys,
    ...cube.dimensions.flatMap((dimension, at) =>
      component(dimension, ({ key }) => (seriesOnly && at === time ? null : (key[at] ?? null))),
    ),
    ...(shown.measure
      ? component({ id: 'OBS_VALUE', representation: 'DECIMAL' }, ({ value }) => value)
      : []),
    ...attributesShown(context).flatMap((attribute) =>
      component(attribute, ({ attributes }) => attributes[attribute.at] ?? null),
    ),
    ...(seriesOnly ? [] : ofTheFile(context)),
  ];
}

/** Columns of our own, which the standard allows: when the cell last changed, the release, and how to cite it. */
const ofTheFile = ({ release, citation }: MessageContext): Column[] => [
  { heading: 'UPDATED', of: ({ updated }) => updated },
  { heading: 'RELEASE', of: () => release.number },
  { heading: 'CITATION', of: () => citation },
];

function componentColumns(
  component: Component,
  of: (observation: Observation) => string | Texts | null,
  context: MessageContext,
  { labels }: CsvOptions,
): Column[] {
  const name = best(conceptName(component, context), context);
  const value = (observation: Observation) => {
    const found = of(observation);
    return typeof found === 'object' ? (found ? best(found, context) : '') : found;
  };
  const label = (code: string) =>
    component.representation === 'CODE' && code !== ''
      ? best(codeName(component, code, context), context)
      : '';
  if (labels === 'id') return [{ heading: component.id, of: value }];
  const named = (observation: Observation) => label(value(observation));
  if (labels === 'name')
    return [
      { heading: component.id, of: value },
      { heading: name, of: named },
    ];
  const both = (observation: Observation) =>
    [value(observation), named(observation)].filter((text) => text !== '').join(': ');
  return [{ heading: `${component.id}: ${name}`, of: both }];
}

/** RFC 4180. Formulas are not defused, because programs read this file; another file is offered for spreadsheets (methods.md 8.2). */
function cell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
