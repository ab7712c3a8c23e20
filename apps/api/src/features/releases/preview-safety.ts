import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { by } from '../../database/expressions.ts';
import { breakdownOf } from '../publication/change.ts';
import { keyOf } from './disclosure/cell-key.ts';
import type { PreviewContact, PreviewDocument, PreviewHelpLine } from './release-preview.type.ts';
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

/** Cells that the candidate hides although disclosure control did not demand it, and why. */
export async function hiddenElsewhere(tx: EntityManager, known: ReadonlySet<string>) {
  const rows = await stage(tx)
    .selectFrom('candidate_value as v')
    .innerJoin('candidate_area as a', 'a.code', 'v.area')
    .select(['v.indicator', 'v.area', 'v.year', keyOf('v').as('key'), 'a.kind'])
    .where('v.obs_status', '=', 'Q')
    .$call(by('v.indicator', 'v.year', 'key'))
    .execute();
  return rows
    .filter(({ indicator, year, key }) => !known.has(`${indicator} ${String(year)} ${key}`))
    .map(({ key, kind, ...cell }) => ({
      ...cell,
      face: breakdownOf(key.split('|').slice(1)),
      primary: kind !== 'GROUP',
      why: kind === 'GROUP' ? 'REGIONAL' : 'MINISTRY',
    }));
}
