import { isWhole } from '../part-words.ts';
import { fieldOf, hasIndicator } from './columns.ts';
import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isJsonWith, isRecord, readJson } from './read-json.ts';

/** JSON-stat 2.0, as PxWeb and Eurostat answer: a cube, whose values stand in the order of its dimensions. */
export const jsonStat: Format = {
  name: 'json-stat',
  recognises: (bytes) => isJsonWith(bytes, 'dimension', 'size', 'id', 'value'),
  read: (bytes, options) => {
    const cube = readJson(bytes);
    return readNamed(() => rowsOf(cube), options);
  },
};

interface Dimension {
  name: string;
  texts: readonly string[];
}

/** A cube of more cells holds more than any file may. */
const MOST_CELLS = 1_000_000;

function* rowsOf(cube: Record<string, unknown>): Iterable<NamedRow> {
  const dimensions = dimensionsOf(cube);
  const cells = dimensions.reduce((product, { texts }) => product * texts.length, 1);
  if (cells > MOST_CELLS) return;
  const isNamed = hasIndicator(dimensions.map(({ name }) => fieldOf(name)));
  const title: [string, string][] =
    isNamed || typeof cube['label'] !== 'string' ? [] : [['SERIES', cube['label']]];
  for (let at = 0; at < cells; at += 1) {
    const value = told(cube['value'], at);
    if (value === null) continue;
    const named: [string, string][] = [...title, ['OBS_VALUE', value]];
    let rest = at;
    for (const { name, texts } of dimensions.toReversed()) {
      named.push([name, texts[rest % texts.length] ?? '']);
      rest = Math.floor(rest / texts.length);
    }
    const status = told(cube['status'], at) ?? '';
    if (/^[A-Z]$/.test(status)) named.push(['OBS_STATUS', status]);
    yield { line: at + 1, named };
  }
}

/** Of a list, or of an object with the places that are filled. */
function told(values: unknown, at: number): string | null {
  const list: unknown[] | Record<string, unknown> =
    Array.isArray(values) || isRecord(values) ? values : [];
  const value: unknown = Array.isArray(list) ? list[at] : list[String(at)];
  return typeof value === 'string' ? value : null;
}

function dimensionsOf(cube: Record<string, unknown>): Dimension[] {
  const ids: unknown[] = Array.isArray(cube['id']) ? cube['id'] : [];
  const all = isRecord(cube['dimension']) ? cube['dimension'] : {};
  const roles = isRecord(cube['role']) ? cube['role'] : {};
  const hasRole = (role: string, id: string) => {
    const named = roles[role];
    return Array.isArray(named) && named.includes(id);
  };
  return ids.map((one) => {
    const id = String(one);
    const dimension = isRecord(all[id]) ? all[id] : {};
    const label = typeof dimension['label'] === 'string' ? dimension['label'] : id;
    const known = [id, label].find((name) => fieldOf(name) !== null);
    const ofRole = hasRole('metric', id)
      ? 'SERIES'
      : hasRole('time', id)
        ? 'TIME_PERIOD'
        : hasRole('geo', id)
          ? 'REF_AREA'
          : null;
    const texts = textsOf(dimension);
    // what nobody knows divides the figures all the same, and is a breakdown
    const name = known ?? ofRole ?? 'CUST_BREAKDOWN';
    const isOther = name === 'CUST_BREAKDOWN';
    return { name, texts: isOther ? texts.map((text) => (isWhole(text) ? '' : text)) : texts };
  });
}

/** The categories in their order, by their labels: the codes of PxWeb are often mere places. */
function textsOf(dimension: Record<string, unknown>): string[] {
  const category = isRecord(dimension['category']) ? dimension['category'] : {};
  const labels = isRecord(category['label']) ? category['label'] : {};
  const index = category['index'];
  const codes = Array.isArray(index)
    ? index.map(String)
    : isRecord(index)
      ? Object.entries(index)
          .toSorted(([, one], [, other]) => Number(one) - Number(other))
          .map(([code]) => code)
      : Object.keys(labels);
  return codes.map((code) => (typeof labels[code] === 'string' ? labels[code] : code));
}
