import { hash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';
import { cleanJson } from './clean-json.ts';
import type { Codes } from './answers.ts';
import { withoutYears } from './fold-name.ts';
import type { ColumnChoice } from './formats/format.ts';
import type { FileColumn } from './import-problem.ts';

/** The answers kept for files of one shape. */
export interface Said {
  columnChoice: ColumnChoice | null;
  codes: Codes;
}

/** The hash that identifies a shape. Years are removed from the column names, so next year's file has the same shape. */
export function shapeOf(columns: readonly FileColumn[]): string {
  const names = columns.map(({ name }) => withoutYears(name));
  return hash('sha256', [...new Set(names)].join('\n'));
}

/** The answers kept for this shape; null if there are none, or if the sender belongs to no organisation. */
export async function recall(
  em: EntityManager,
  { sender, area }: { sender: string; area: string },
  shape: string,
): Promise<Said | null> {
  const said = await db(em)
    .selectFrom('work.file_shape as f')
    .innerJoin('work.user_account as u', 'u.organisation', 'f.organisation')
    .select(['f.column_choice as columnChoice', 'f.codes'])
    .where('u.id', '=', sender)
    .where('f.area', '=', area)
    .where('f.shape', '=', shape)
    .executeTakeFirst();
  return said ?? null;
}

/** Keeps the answers that a file was stored with, for the next file of its shape. Not those about years, as the next file is about another year. */
export async function remember(
  em: EntityManager,
  { sender, area }: { sender: string; area: string },
  shape: string,
  { columnChoice, codes }: Said,
): Promise<void> {
  const kept = { ...codes };
  delete kept.year;
  if (columnChoice === null && Object.keys(kept).length === 0) return;
  const said = {
    column_choice: columnChoice === null ? null : cleanJson(columnChoice),
    codes: cleanJson<Codes>(kept),
  };
  await db(em)
    .insertInto('work.file_shape')
    .columns(['area', 'organisation', 'shape', 'column_choice', 'codes'])
    .expression((eb) =>
      eb
        .selectFrom('work.user_account as u')
        .select([
          eb.val(area).as('area'),
          'u.organisation',
          eb.val(shape).as('shape'),
          eb.val(said.column_choice).as('column_choice'),
          eb.val(said.codes).as('codes'),
        ])
        .where('u.id', '=', sender)
        .where('u.organisation', 'is not', null)
        .$narrowType<{ organisation: string }>(),
    )
    .onConflict((on) =>
      on.columns(['area', 'organisation', 'shape']).doUpdateSet({ ...said, said_at: now }),
    )
    .execute();
}
