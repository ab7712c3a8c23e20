import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import { unreadable } from '../import-problem.ts';
import type { Format, SourceRow } from './format.ts';
import { toRow } from './record.ts';

/** DHIS2 dataValueSets, parsed whole: 10 MB of it are small objects. Values are strings, period and orgUnit stand once or on each value. */
export const dhis2Json: Format = {
  name: 'dhis2-json',
  recognises: (bytes) => /^(?:\uFEFF)?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64))),
  read: (bytes) => {
    const file = parse(bytes);
    const values = file['dataValues'];
    if (!Array.isArray(values)) throw unreadable('JSON_NO_VALUES');
    const shared = textsOf(file).filter(([name]) => name === 'period' || name === 'orgUnit');
    return { rows: rowsOf(values, shared), problems: [], seen: values.length, decimal: '.' };
  },
};

function* rowsOf(
  values: readonly unknown[],
  shared: readonly [string, string][],
): Iterable<SourceRow> {
  for (const [index, value] of values.entries()) {
    const own = isRecord(value) ? textsOf(value) : [];
    yield toRow(index + 1, [...own.flatMap(withCategories), ...shared]);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(bytes: Uint8Array): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''));
    if (isRecord(file)) return file;
  } catch {
    // told below, like JSON that is no object
  }
  throw unreadable('JSON_BROKEN');
}

function textsOf(record: Record<string, unknown>): [string, string][] {
  return Object.entries(record).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
  );
}

const CATEGORY = new RegExp(`^(${BREAKDOWN_DIMENSIONS.join('|').toUpperCase()})_(.+)$`);
/** The combination of no categories, by its code and by the id it has in every DHIS2. */
const DEFAULT = new Set(['default', '_T', 'HllvX50cXC0', '']);

function withCategories([name, text]: [string, string]): [string, string][] {
  if (name !== 'categoryOptionCombo') return [[name, text]];
  if (DEFAULT.has(text)) return [];
  const parts = text.split(/[\s,;+.]+/).map((part) => CATEGORY.exec(part));
  return parts.every((part) => part !== null)
    ? parts.map(([, category = '', code = '']) => [category, code])
    : [['breakdown', text]];
}
