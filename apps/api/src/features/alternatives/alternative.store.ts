import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { dec, isAdopted } from '@qadam/domain';
import { sql } from 'kysely';
import { db, json } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { Source } from '../framework/source.entity.ts';
import { type Observation, Revision } from '../observations/observation.entity.ts';
import { Alternative } from './alternative.entity.ts';
import type { AlternativeKeyInput } from './alternative.type.ts';

/** The note at a country's value that another one has replaced. */
export const AS_REPORTED = { en: 'As reported by the country.', ru: 'По отчёту страны.' };

type NamedSource = Pick<Source, 'title' | 'publisher' | 'year' | 'url'>;

interface Competing extends AlternativeKeyInput {
  note: Record<string, string>;
  chosen: Record<string, string>;
  recordedBy: string | null;
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

/** The recorded alternative, with who recorded it. */
export const findAlternative = (
  em: EntityManager,
  observation: Observation,
  { source, value }: AlternativeKeyInput,
) => em.findOne(Alternative, { ...cellOf(observation), source, value });

/**
 * What officers have not replaced by another source: what the country reported, or the figure that was shown first. The newest
 * comes first.
 */
export async function reportedRevisions(
  em: EntityManager,
  { id }: Observation,
): Promise<[Revision, ...Revision[]]> {
  const revisions = await em.find(Revision, { observation: id }, { orderBy: { number: 'desc' } });
  const [newest, ...older] = revisions.filter((revision) => !isAdopted(revision));
  if (newest === undefined) throw new ApiError('CONFLICT');
  return [newest, ...older];
}

/** Is this alternative the value of a revision, kept next to the one that replaced it? */
export async function isKept(
  em: EntityManager,
  observation: Observation,
  revision: Revision,
  { source, value }: AlternativeKeyInput,
): Promise<boolean> {
  if (revision.value == null || !dec(revision.value).equals(value)) return false;
  return (await sourcesOf(em, observation, revision)).includes(source);
}

/** Removes the alternative that a revision was while another value was shown. */
export async function removeKept(
  em: EntityManager,
  observation: Observation,
  revision: Revision,
): Promise<void> {
  if (revision.value == null) return;
  const sources = await sourcesOf(em, observation, revision);
  const { value } = revision;
  await em.nativeDelete(Alternative, { ...cellOf(observation), source: { $in: sources }, value });
}

/** Any source under which a revision may have been kept. Its publisher is not asked for, as its author may have moved to another body. */
async function sourcesOf(em: EntityManager, { year }: Observation, revision: Revision) {
  if (revision.source != null) return [revision.source];
  const title = titleOf(revision, year);
  const sources = await em.find(Source, { title, year, url: null }, { fields: ['id'] });
  return sources.map(({ id }) => id);
}

const titleOf = ({ sourceText }: Revision, year: number): string =>
  sourceText ?? `Return for ${String(year)}`;

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
    title: titleOf(revision, year),
    publisher: row?.publisher ?? area,
    year,
    url: null,
  });
}
