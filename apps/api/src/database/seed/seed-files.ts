import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '@qadam/domain';

/** tools/copy-seed.mjs copies the folder next to the built loader, so that one path works for both. */
const folder = path.join(import.meta.dirname, 'data');

/** A row of a file: its keys are the properties of an entity in JSON, and its columns in a table. */
export type SeedRow = Record<string, unknown>;

/** The caller casts the result: the files are our own and come with the code. */
export function readSeedJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown;
}

/**
 * The rows of a seed table. An empty cell is null; columns whose names differ only by a language at the end (note_en, note_ru) become one object of
 * texts.
 */
export function readSeedTable(name: string): SeedRow[] {
  const { rows } = readCsv({ bytes: readFileSync(path.join(folder, name)) });
  const [header = [], ...body] = rows;
  return body.map((cells) => {
    const row: SeedRow = {};
    header.forEach((column, index) => {
      put(row, column, cells[index] ?? '');
    });
    return row;
  });
}

function put(row: SeedRow, column: string, cell: string): void {
  const text = /^(.+)_(en|ru|kk|ky|tg|uz)$/.exec(column);
  if (text === null) {
    row[column] = cell === '' ? null : cell;
    return;
  }
  const [, field = '', lang = ''] = text;
  const texts = (row[field] ?? {}) as Record<string, string>;
  if (cell !== '') texts[lang] = cell;
  row[field] = texts;
}
