import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '@qadam/domain';

/** tools/copy-seed.mjs copies the folder beside the built loader, so that one path serves both. */
const folder = path.join(import.meta.dirname, 'data');

/** A row as its file has it: keys are the properties of its entity in JSON, its columns in a table. */
export type SeedRow = Record<string, unknown>;

/** The caller says what the file holds: it is ours and comes with the code. */
export function readSeedJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown;
}

/**
 * Rows of a seed table. An empty cell is null; columns that differ only by a language at the end
 * (note_en, note_ru) become one text object.
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
