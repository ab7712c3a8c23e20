import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION } from '@qadam/domain';
import { cellColumns } from '../../database/cell-columns.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Candidate } from './build-release.ts';
import { storeTables } from './disclosure/released-counts.ts';
import { publishContents } from './stage-documents.ts';
import {
  PUBLICATION_TABLES,
  TABLE_NAMES,
  columnsOf,
  type PublicationTable,
} from './publication-tables.ts';

interface ReleaseHeader {
  number: string;
  note: Record<string, string>;
  auditHead: string;
}

/**
 * Writes the staged candidate: rows that differ or vanished end, new ones begin, everything else stands on. Their release
 * itself follows (writeHeader); until then the transaction cannot end.
 */
export async function writeTables(em: EntityManager, candidate: Candidate): Promise<void> {
  const { sequence, disclosure } = candidate;
  for (const name of TABLE_NAMES) await writeTable(em, name, sequence);
  await publishContents(em);
  await storeTables(em, sequence, disclosure.changed);
  await markPublished(em);
}

export async function writeHeader(
  em: EntityManager,
  { sequence, asOfYear, annual, contentHash }: Candidate,
  { number, note, auditHead }: ReleaseHeader,
): Promise<void> {
  await em.execute(
    `insert into publication.release (sequence, number, as_of_year, note, annual, method_version, content_hash, audit_head)
     values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)`,
    [
      sequence,
      number,
      asOfYear,
      JSON.stringify(note),
      annual,
      METHOD_VERSION,
      contentHash,
      auditHead,
    ],
  );
}

async function writeTable(
  em: EntityManager,
  name: PublicationTable,
  sequence: number,
): Promise<void> {
  const { key, columns } = PUBLICATION_TABLES[name];
  const same = key.map((column) => `c.${column} = s.${column}`).join(' and ');
  await em.execute(
    `update publication.${name} s set until_release = ? where s.until_release is null and not exists (
       select 1 from candidate_${name} c where ${same} and row(${columnsOf('c', columns)}) is not distinct from row(${columnsOf('s', columns)}))`,
    [sequence],
  );
  await em.execute(
    `insert into publication.${name} (${columns.join(', ')}, from_release) select ${columnsOf('c', columns)}, ? from candidate_${name} c
     where not exists (select 1 from publication.${name} s where s.until_release is null and ${same})`,
    [sequence],
  );
}

/** Approved values that the staged candidate publishes; those of held tables and withheld faces wait. */
export const RELEASED = `select o.observation, o.revision from candidate_origin o join candidate_value v using (${cellColumns()})
  where o.fresh and not exists (select 1 from held_table h where h.indicator = o.indicator and h.year = o.year)`;

/** A value that somebody took back or changed meanwhile stops the release. */
async function markPublished(em: EntityManager): Promise<void> {
  const [expected] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (${RELEASED}) r`,
  );
  const published = await em.execute<object[]>(
    `update work.observation w set state = 'PUBLISHED', published_revision = w.current_revision, version = w.version + 1
     from (${RELEASED}) r where w.id = r.observation and w.state = 'APPROVED' and w.current_revision = r.revision returning 1`,
  );
  if (published.length !== expected?.count) throw new ApiError('CONFLICT');
}
