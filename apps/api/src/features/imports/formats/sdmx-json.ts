import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isDeletion } from './sdmx-facts.ts';
import { isJsonWith, isRecord, readJson, recordsOf } from './read-json.ts';

/** SDMX-JSON data of 1.0 (and its draft), 2.0 and 2.1: values are positions in lists, which the structure in the message contains. */
export const sdmxJson: Format = {
  name: 'sdmx-json',
  recognises: (bytes) => isJsonWith(bytes, 'dataSets'),
  read: (bytes, options) => {
    const file = readJson(bytes);
    return readNamed(() => rowsOf(file), options);
  },
};

interface Component {
  id: string;
  values: readonly Record<string, unknown>[];
}
type Named = readonly [name: string, text: string];

function* rowsOf(file: Record<string, unknown>): Iterable<NamedRow> {
  const message = isRecord(file['data']) ? file['data'] : file;
  const structures = recordsOf(message['structures']);
  let line = 0;
  for (const dataSet of recordsOf(message['dataSets'])) {
    // a data set of deletions has no values
    if (isDeletion(String(dataSet['action']))) continue;
    const structure = message['structure'] ?? structures[Number(dataSet['structure'] ?? 0)];
    if (!isRecord(structure)) continue;
    for (const named of observationsOf(dataSet, structure)) {
      line += 1;
      yield { line, named };
    }
  }
}

function* observationsOf(
  dataSet: Record<string, unknown>,
  structure: Record<string, unknown>,
): Iterable<Named[]> {
  const dimensions = (level: string) => componentsOf(structure['dimensions'], level);
  const attributes = (level: string) => componentsOf(structure['attributes'], level);
  // 1.0 has a single measure without a name
  const measures = componentsOf(structure['measures'], 'observation');
  const figures = isRecord(structure['measures']) ? measures : [{ id: 'OBS_VALUE', values: [] }];
  const constant = [
    ...dimensions('dataSet').flatMap(({ id, values }) => entry(id, values[0])),
    ...told(attributes('dataSet'), dataSet['attributes']),
  ];
  const inObservation = [...figures, ...attributes('observation')];
  function* of(observations: unknown, before: readonly Named[]): Iterable<Named[]> {
    if (!isRecord(observations)) return;
    for (const [key, cells] of Object.entries(observations))
      yield [...before, ...keyed(dimensions('observation'), key), ...told(inObservation, cells)];
  }
  yield* of(dataSet['observations'], constant);
  const series = isRecord(dataSet['series']) ? dataSet['series'] : {};
  for (const [key, one] of Object.entries(series)) {
    if (!isRecord(one)) continue;
    const own = [
      ...constant,
      ...keyed(dimensions('series'), key),
      ...told(attributes('series'), one['attributes']),
    ];
    yield* of(one['observations'], own);
  }
}

const componentsOf = (levels: unknown, level: string): Component[] =>
  recordsOf(isRecord(levels) ? levels[level] : []).map(({ id, values }) => ({
    id: String(id),
    // null items are kept, as positions count them too
    values: Array.isArray(values) ? values.map((value) => (isRecord(value) ? value : {})) : [],
  }));

const keyed = (components: readonly Component[], key: string): Named[] =>
  key.split(':').flatMap((place, at) => {
    const component = components[at];
    return component ? entry(component.id, component.values[Number(place)]) : [];
  });

/** A cell is a position in the list of its component; if the component has no list, as for a figure, it is the value itself. */
const told = (components: readonly Component[], cells: unknown): Named[] =>
  (Array.isArray(cells) ? cells : []).flatMap((cell: unknown, at) => {
    const component = components[at];
    if (!component || cell === null) return [];
    const { id, values } = component;
    return values.length === 0 ? entry(id, { value: cell }) : entry(id, values[Number(cell)]);
  });

function entry(id: string, value: Record<string, unknown> = {}): Named[] {
  const text = textOf(value['id'] ?? value['value'] ?? value['name']);
  return text === null ? [] : [[id, text]];
}

/** The text; if it is in several languages, the English one, else the first. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const texts = isRecord(value) ? value : {};
  const text = texts['en'] ?? Object.values(texts)[0];
  return typeof text === 'string' ? text : null;
}
