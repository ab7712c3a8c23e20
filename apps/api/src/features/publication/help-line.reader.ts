import { expressionBuilder, sql } from 'kysely';
import { publicDb } from '../../database/db.ts';
import type { PublicTables } from '../../database/tables.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { PublicHelpLine } from './pages.type.ts';
import { toArea } from './page-parts.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';

const eb = expressionBuilder<PublicTables>();

/** The texts of one area by language; null where none is written. */
export const helpOf = (at: number, area: string) =>
  eb
    .selectFrom(rowsAsOf('help_line', at).as('t'))
    .select(TEXTS.as('texts'))
    .where('t.area', '=', area)
    .$asScalar();

const TEXTS = sql<Texts | null>`jsonb_object_agg(t.lang, t.text)`;

export async function readHelpLines({ em, at, lang }: Reading): Promise<PublicHelpLine[]> {
  const lines = await publicDb(em)
    .selectFrom(rowsAsOf('help_line', at).as('t'))
    .innerJoin(rowsAsOf('area', at).as('a'), 'a.code', 't.area')
    .select(['a.code', 'a.kind', 'a.iso2', 'a.names', TEXTS.$notNull().as('texts')])
    .groupBy(['a.code', 'a.kind', 'a.iso2', 'a.names', 'a.position'])
    .orderBy('a.position')
    .execute();
  return lines.map(({ texts, ...area }) => ({
    area: toArea(area, lang),
    text: pickText(texts, lang),
  }));
}
