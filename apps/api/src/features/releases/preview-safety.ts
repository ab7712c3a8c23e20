import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { by } from '../../database/expressions.ts';
import { breakdownOf } from '../publication/change.ts';
import { cellId, keyOf } from './disclosure/cell-key.ts';
import type { Disclosure } from './disclosure/disclose.types.ts';
import type {
  HiddenCell,
  HiddenTable,
  PreviewContact,
  PreviewDocument,
  PreviewHelpLine,
} from './release-preview.type.ts';
import { rowsOf, stage } from './stage.ts';

/** Help lines that differ from the previous release. */
export const changedHelpLines = (tx: EntityManager): Promise<PreviewHelpLine[]> =>
  stage(tx)
    .selectFrom('candidate_help_line as c')
    .fullJoin(rowsOf('STANDING', 'help_line').as('s'), (join) =>
      join.onRef('s.area', '=', 'c.area').onRef('s.lang', '=', 'c.lang'),
    )
    .select(sql<string>`coalesce(c.area, s.area)`.as('area'))
    .select([sql<string>`coalesce(c.lang, s.lang)`.as('lang'), 's.text as before'])
    .select('c.text as after')
    .whereRef('c.text', 'is distinct from', 's.text')
    .$call(by('area', 'lang'))
    .execute();

/** Mailboxes that differ from the previous release. */
export const changedContacts = (tx: EntityManager): Promise<PreviewContact[]> =>
  stage(tx)
    .selectFrom('candidate_contact as c')
    .fullJoin(rowsOf('STANDING', 'contact').as('s'), (join) =>
      join.onRef('s.area', '=', 'c.area').onRef('s.body', '=', 'c.body'),
    )
    .select(sql<string>`coalesce(c.area, s.area)`.as('area'))
    .select([sql<string>`coalesce(c.body, s.body)`.as('body'), 's.mailbox as before'])
    .select('c.mailbox as after')
    .whereRef('c.mailbox', 'is distinct from', 's.mailbox')
    .$call(by('area', 'body'))
    .execute();

const DOCUMENT = ['id', 'title', 'media_type as mediaType', 'size', 'lang'] as const;

/** Documents that are added, removed, or marked public but not published, and why. */
export async function changedDocuments(tx: EntityManager): Promise<PreviewDocument[]> {
  const change = (word: string) => sql<string>`${word}::text`.as('change');
  const only = (one: 'CANDIDATE' | 'STANDING', other: 'CANDIDATE' | 'STANDING') =>
    stage(tx)
      .selectFrom(rowsOf(one, 'document').as('d'))
      .select(DOCUMENT)
      .where('id', 'not in', (eb) =>
        eb.selectFrom(rowsOf(other, 'document').as('o')).select('o.id'),
      );
  return only('CANDIDATE', 'STANDING')
    .select(change('NEW'))
    .unionAll(only('STANDING', 'CANDIDATE').select(change('GONE')))
    .unionAll((eb) =>
      eb
        .selectFrom('document_inside as i')
        .innerJoin('work.evidence as e', 'e.id', 'i.id')
        .select(['e.id', 'e.title', 'e.media_type as mediaType', 'e.size'])
        .select([sql<string | null>`null`.as('lang'), 'i.why as change'])
        .where('i.id', 'not in', eb.selectFrom('candidate_document').select('id')),
    )
    .$call(by('title', 'id'))
    .execute();
}

/** The cells that the candidate hides, and why: what disclosure control demanded, then others. */
export async function hiddenCells(
  tx: EntityManager,
  demanded: Disclosure['hidden'],
): Promise<HiddenCell[]> {
  const known = new Set(demanded.map(cellId));
  const rows = await stage(tx)
    .selectFrom('candidate_value as v')
    .innerJoin('candidate_area as a', 'a.code', 'v.area')
    .select(['v.indicator', 'v.year', keyOf('v').as('key'), 'a.kind'])
    .where('v.obs_status', '=', 'Q')
    .$call(by('v.indicator', 'v.year', 'key'))
    .execute();
  const others = rows
    .filter((cell) => !known.has(cellId(cell)))
    .map(({ kind, ...cell }) => ({
      ...cell,
      primary: kind !== 'GROUP',
      why: kind === 'GROUP' ? 'REGIONAL' : 'MINISTRY',
    }));
  return [...demanded, ...others].map(({ key, ...cell }) => {
    const [area = '', ...dimensions] = key.split('|');
    return { ...cell, area, face: breakdownOf(dimensions) };
  });
}

/** The tables of hidden cells, and the number of cells for each reason: most first. */
export function hiddenTables(hidden: readonly HiddenCell[]): HiddenTable[] {
  const tables = Map.groupBy(
    hidden,
    ({ indicator, area, year }) => `${indicator} ${area} ${String(year)}`,
  );
  const counted = [...tables.values()].flatMap((cells) => {
    const reasons = Map.groupBy(cells, ({ why }) => why);
    return cells.slice(0, 1).map(({ indicator, area, year }) => ({
      ...{ indicator, area, year, cells: cells.length },
      reasons: mostFirst([...reasons].map(([why, { length }]) => ({ why, cells: length }))),
    }));
  });
  return mostFirst(counted);
}

const mostFirst = <T extends { cells: number }>(counted: readonly T[]): T[] =>
  counted.toSorted((a, b) => b.cells - a.cells);
