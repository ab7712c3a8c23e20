import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  PUBLICATION_TABLES,
  TABLE_NAMES,
  columnsOf,
  type PublicationTable,
} from './publication-tables.ts';

const WITHDRAWABLE: readonly PublicationTable[] = [
  'value',
  'assessment',
  'target',
  'alternative',
  'event',
  'document',
  'value_document',
];

/** From where the rows are read: the staged candidate, or what stands in the release of a sequence number. */
type Rows = 'CANDIDATE' | number;

/**
 * sha256 over the public bytes of a release: per table its name and the hash of its rows as canonical JSON, in the order
 * of their bytes. A row withdrawn for safety enters as it was written, from the record of its withdrawal. Only public columns enter, so that the hash tells nothing of what is hidden.
 */
export async function contentHash(em: EntityManager, rows: Rows): Promise<string> {
  const hash = createHash('sha256');
  for (const name of TABLE_NAMES) {
    hash.update(`${name}\n${await tableHash(em, name, rows)}\n`);
  }
  return hash.digest('hex');
}

/** Values are hashed indicator by indicator, so that no text grows with the whole release. */
async function tableHash(em: EntityManager, name: PublicationTable, rows: Rows): Promise<string> {
  const part = name === 'value' ? 't.indicator' : `''::text`;
  const from =
    rows === 'CANDIDATE'
      ? `candidate_${name} t`
      : `(${asWritten(name, rows)}) t where t.from_release <= ? and (t.until_release is null or t.until_release > ?)`;
  const parts = await em.execute<{ part: string; hash: string }[]>(
    `select part, encode(sha256(convert_to(string_agg(line, E'\\n' order by line collate "C"), 'UTF8')), 'hex') as hash
     from (select ${part} as part, (${lineOf(name)})::text as line from ${from}) lines
     group by part order by part collate "C"`,
    rows === 'CANDIDATE' ? [] : [rows, rows],
  );
  return createHash('sha256')
    .update(parts.map((row) => `${row.part} ${row.hash}`).join('\n'))
    .digest('hex');
}

function lineOf(name: PublicationTable): string {
  return `jsonb_build_array(${columnsOf('t', PUBLICATION_TABLES[name].columns)})`;
}

/**
 * What the release builder wrote: in the releases before a withdrawal, the rows on record stand where a tombstone or nothing
 * is now.
 */
function asWritten(name: PublicationTable, release: number): string {
  if (!WITHDRAWABLE.includes(name)) return `select * from publication.${name}`;
  const { key, columns } = PUBLICATION_TABLES[name];
  const names = key.map((column) => `'${column}', p.${column}`).join(', ');
  const recorded = `work.withdrawn_row w where w.relation = '${name}' and w.last_release >= ${String(release)}`;
  return `select ${columnsOf('p', columns)}, p.from_release, p.until_release from publication.${name} p
      where not exists (select 1 from ${recorded} and w.content @> jsonb_build_object(${names}, 'from_release', p.from_release))
    union all select ${columnsOf('o', columns)}, o.from_release, o.until_release
      from work.withdrawn_row w, lateral jsonb_populate_record(null::publication.${name}, w.content) o
      where w.relation = '${name}' and w.last_release >= ${String(release)}`;
}
