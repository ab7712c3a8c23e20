import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db, json } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';
import { Source } from '../framework/source.entity.ts';
import type { Observation, Revision } from '../observations/observation.entity.ts';
import type { AlternativeKeyInput } from './alternative.type.ts';

type NamedSource = Pick<Source, 'title' | 'publisher' | 'year' | 'url'>;

interface Competing extends AlternativeKeyInput {
  note: Record<string, string>;
  chosen: Record<string, string>;
  recordedBy: string;
}

export const cellOf = ({ indicator, area, year }: Observation) => ({ indicator, area, year });

/** The id of the source with this title, publisher, year and address; a new source is stored. */
export async function sourceNamed(em: EntityManager, named: NamedSource): Promise<string> {
  const { title, publisher, year = null, url = null } = named;
  const asked = { title, publisher, year, url };
  const known = await em.findOne(Source, asked, { orderBy: { id: 'asc' }, fields: ['id'] });
  if (known !== null) return known.id;
  const id = `desk-${randomUUID()}`;
  await em.insert(Source, { id, ...asked, licence: 'not stated', kind: 'OFFICIAL' });
  return id;
}

/** Stores an alternative. False if the same source already gives the same value. */
export async function addAlternative(
  em: EntityManager,
  observation: Observation,
  { source, value, note, chosen, recordedBy }: Competing,
): Promise<boolean> {
  const written = await db(em)
    .insertInto('work.alternative')
    .values({
      ...cellOf(observation),
      ...{ source, value, note: json(note), chosen: json(chosen) },
      recorded_by: recordedBy,
      recorded_at: now,
    })
    .onConflict((known) => known.doNothing())
    .returning('source')
    .executeTakeFirst();
  return written !== undefined;
}

/** Removes an alternative and returns who recorded it. */
export const takeAlternative = (
  em: EntityManager,
  observation: Observation,
  { source, value }: AlternativeKeyInput,
) =>
  db(em)
    .deleteFrom('work.alternative')
    .where((eb) => eb.and({ ...cellOf(observation), source, value }))
    .returning('recorded_by as recordedBy')
    .executeTakeFirst();

/** The source of the value that is shown now: a named one, or the return of the country's body. */
export async function sourceOf(
  em: EntityManager,
  observation: Observation,
  revision: Revision,
): Promise<string> {
  if (revision.source != null) return revision.source;
  const { area, year } = observation;
  const row = await db(em)
    .selectFrom('work.area as a')
    .leftJoin('work.user_account as u', (join) => join.on('u.id', '=', revision.author ?? null))
    .leftJoin('work.organisation as o', 'o.id', 'u.organisation')
    .select(sql<string>`coalesce(o.names->>'en', a.names->>'en')`.as('publisher'))
    .where('a.code', '=', area)
    .executeTakeFirst();
  return sourceNamed(em, {
    title: revision.sourceText ?? `Return for ${String(year)}`,
    publisher: row?.publisher ?? area,
    year,
    url: null,
  });
}
