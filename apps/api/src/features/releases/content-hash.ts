import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  PUBLICATION_TABLES,
  TABLE_NAMES,
  columnsOf,
  type PublicationTable,
} from './publication-tables.ts';

/** From where the rows are read: the staged candidate, or what stands in the release of a sequence number. */
type Rows = 'CANDIDATE' | number;

/**
 * sha256 over the public bytes of a release: per table its name and the hash of its rows as canonical JSON, in the order
 * of their bytes. Only public columns enter, so that the hash tells nothing of what is hidden.
 */
export async function contentHash(em: EntityManager, rows: Rows): Promise<string> {
  const hash = createHash('sha256');
  for (const name of TABLE_NAMES) hash.update(`${name}\n${await tableHash(em, name, rows)}\n`);
  return hash.digest('hex');
}

/** Values are hashed indicator by indicator, so that no text grows with the whole release. */
async function tableHash(em: EntityManager, name: PublicationTable, rows: Rows): Promise<string> {
  const part = name === 'value' ? 't.indicator' : `''::text`;
  const from =
    rows === 'CANDIDATE'
      ? `candidate_${name} t`
      : `publication.${name} t where t.from_release <= ? and (t.until_release is null or t.until_release > ?)`;
  const parts = await em.execute<{ part: string; hash: string }[]>(
    `select part, encode(sha256(convert_to(string_agg(line, E'\\n' order by line collate "C"), 'UTF8')), 'hex') as hash
     from (select ${part} as part, jsonb_build_array(${columnsOf('t', PUBLICATION_TABLES[name].columns)})::text as line from ${from}) lines
     group by part order by part collate "C"`,
    rows === 'CANDIDATE' ? [] : [rows, rows],
  );
  return createHash('sha256')
    .update(parts.map((row) => `${row.part} ${row.hash}`).join('\n'))
    .digest('hex');
}
