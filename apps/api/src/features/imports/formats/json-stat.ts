import { unreadable } from '../import-problem.ts';
import {
  type Cube,
  type Dimension,
  dimensionOf,
  refuseManyDimensions,
  rowsOf,
  sizeOf,
} from './cube.ts';
import type { Format, ReadOptions } from './format.ts';
import { readNamed } from './named-rows.ts';
import { titleOf } from './title.ts';
import { isJsonWith, isRecord, readJson } from './read-json.ts';

/** JSON-stat 2.0, as PxWeb and Eurostat answer: a cube with its values in the order of the dimensions. */
export const jsonStat: Format = {
  name: 'json-stat',
  recognises: (bytes) => isJsonWith(bytes, 'dimension', 'size', 'id', 'value'),
  read: (bytes, options) => {
    const cube = cubeOf(readJson(bytes), options);
    return readNamed(() => rowsOf(cube), options);
  },
};

function cubeOf(file: Record<string, unknown>, options: Pick<ReadOptions, 'isIndicator'>): Cube {
  const dimensions = dimensionsOf(file);
  const size = sizeOf(dimensions);
  const title = typeof file['label'] === 'string' ? titleOf(file['label'], options) : null;
  return { dimensions, title, facts: [], cells: () => cellsOf(file, size) };
}

function* cellsOf({ value: values, status }: Record<string, unknown>, size: number) {
  for (let at = 0; at < size; at += 1) {
    const value = told(values, at);
    const mark = told(status, at) ?? '';
    if (value !== null) yield { at, value, status: /^[A-Z]$/.test(mark) ? mark : null };
  }
}

/** The text at a place of a list, or of an object that only has the filled places. */
function told(values: unknown, at: number): string | null {
  const list: unknown[] | Record<string, unknown> =
    Array.isArray(values) || isRecord(values) ? values : [];
  const value: unknown = Array.isArray(list) ? list[at] : list[String(at)];
  return typeof value === 'string' ? value : null;
}

function dimensionsOf(cube: Record<string, unknown>): Dimension[] {
  const ids: unknown[] = Array.isArray(cube['id']) ? cube['id'] : [];
  refuseManyDimensions(ids);
  const sizes: unknown[] = Array.isArray(cube['size']) ? cube['size'] : [];
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
    const role = (['metric', 'time', 'geo'] as const).find((role) => hasRole(role, id)) ?? null;
    const codes = codesOf(dimension);
    const texts = textsOf(dimension, codes);
    // the sizes give each figure its place: a wrong size would shift all figures that follow
    if (texts.length !== Number(sizes[at])) throw unreadable('JSON_BROKEN');
    return dimensionOf([id, label], role, { texts, units: unitsOf(dimension, codes) });
  });
}

const categoryOf = (dimension: Record<string, unknown>, what: string): Record<string, unknown> => {
  const category = isRecord(dimension['category']) ? dimension['category'] : {};
  return isRecord(category[what]) ? category[what] : {};
};

/** The codes of a dimension in their order; if there are several, only an index gives the order. */
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

/** The labels of a dimension, because PxWeb's codes are often just running numbers. */
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
