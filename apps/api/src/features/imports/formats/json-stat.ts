import { isWhole } from '../part-words.ts';
import { unreadable } from '../import-problem.ts';
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
  /** What is said of the figures of each, beside its label. */
  units: readonly [name: string, text: string][][];
}

/** A cube of more cells holds more than any file may. */
const MOST_CELLS = 1_000_000;
const MOST_DIMENSIONS = 60;

function* rowsOf(cube: Record<string, unknown>): Iterable<NamedRow> {
  const dimensions = dimensionsOf(cube);
  const cells = dimensions.reduce((product, { texts }) => product * texts.length, 1);
  if (cells > MOST_CELLS) throw unreadable('TOO_MUCH_WORK');
  const isNamed = hasIndicator(dimensions.map(({ name }) => fieldOf(name)));
  const title: [string, string][] =
    isNamed || typeof cube['label'] !== 'string' ? [] : [['SERIES', cube['label']]];
  for (let at = 0; at < cells; at += 1) {
    const value = told(cube['value'], at);
    if (value === null) continue;
    const named: [string, string][] = [...title, ['OBS_VALUE', value]];
    let rest = at;
    for (const { name, texts, units } of dimensions.toReversed()) {
      const place = rest % texts.length;
      named.push([name, texts[place] ?? ''], ...(units[place] ?? []));
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
  const sizes: unknown[] = Array.isArray(cube['size']) ? cube['size'] : [];
  if (ids.length > MOST_DIMENSIONS) throw unreadable('TOO_MUCH_WORK');
  const all = isRecord(cube['dimension']) ? cube['dimension'] : {};
  const roles = isRecord(cube['role']) ? cube['role'] : {};
  const hasRole = (role: string, id: string) => {
    const named = roles[role];
    return Array.isArray(named) && named.includes(id);
  };
  return ids.map((one, at) => {
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
    const codes = codesOf(dimension);
    const texts = textsOf(dimension, codes);
    // each figure has its place by the sizes: one that is not known shifts all that follow
    if (texts.length !== Number(sizes[at])) throw unreadable('JSON_BROKEN');
    // what nobody knows divides the figures all the same, and is a breakdown
    const name = known ?? ofRole ?? 'CUST_BREAKDOWN';
    const isOther = name === 'CUST_BREAKDOWN';
    return {
      name,
      texts: isOther ? texts.map((text) => (isWhole(text) ? '' : text)) : texts,
      units: unitsOf(dimension, codes),
    };
  });
}

const categoryOf = (dimension: Record<string, unknown>, what: string): Record<string, unknown> => {
  const category = isRecord(dimension['category']) ? dimension['category'] : {};
  return isRecord(category[what]) ? category[what] : {};
};

/** In their order, which only an index tells where there are several. */
function codesOf(dimension: Record<string, unknown>): string[] {
  const category = isRecord(dimension['category']) ? dimension['category'] : {};
  const index = category['index'];
  if (Array.isArray(index)) return index.map(String);
  if (isRecord(index))
    return Object.entries(index)
      .toSorted(([, one], [, other]) => Number(one) - Number(other))
      .map(([code]) => code);
  const only = Object.keys(categoryOf(dimension, 'label'));
  return only.length === 1 ? only : [];
}

/** By their labels: the codes of PxWeb are often mere places. */
function textsOf(dimension: Record<string, unknown>, codes: readonly string[]): string[] {
  const labels = categoryOf(dimension, 'label');
  return codes.map((code) => (typeof labels[code] === 'string' ? labels[code] : code));
}

function unitsOf(
  dimension: Record<string, unknown>,
  codes: readonly string[],
): [name: string, text: string][][] {
  const units = categoryOf(dimension, 'unit');
  return codes.map((code) => {
    const { base, multiplier } = isRecord(units[code]) ? units[code] : {};
    return [
      ...(typeof base === 'string' ? [['UNIT_MEASURE', base] satisfies [string, string]] : []),
      ...(typeof multiplier === 'string'
        ? [['UNIT_MULT', multiplier] satisfies [string, string]]
        : []),
    ];
  });
}
