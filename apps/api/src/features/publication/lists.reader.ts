import { compareNatural } from '@qadam/domain';
import { type Expression, expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Asks } from '../../graphql/selection.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { IndicatorList, PublicHelpLine, SourceUse } from './pages.type.ts';
import { pageStatement } from './page-statement.ts';
import * as rows from './public-rows.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { origins, tally } from './tally.ts';
import { toAction, toArea, toIndicator } from './page-parts.ts';

/** Areas with a figure of any part: a law has no value of its own, its parts do. */
const readKnown = pageStatement((db, { at }) =>
  db.selectNoFrom(
    jsonArrayFrom(
      tally(at)
        .select(({ fn }) => ['t.indicator as code', fn.countAll<number>().as('areas')])
        .where('t.figures', '>', 0)
        .groupBy('t.indicator'),
    ).as('known'),
  ),
);

export async function readIndicatorList(reading: Reading, asks: Asks): Promise<IndicatorList> {
  const { release, lang, frame } = reading;
  const read = asks('indicators.known') ? (await readKnown(reading, {}, {})).known : [];
  const known = new Map(read.map(({ code, areas }) => [code, areas]));
  return {
    release,
    actions: frame.actions.map((action) => toAction(action, lang)),
    indicators: frame.indicators.map((indicator) => {
      const { code, name } = toIndicator(indicator, lang);
      return { code, name, uses: frame.linksOf.get(code) ?? [], known: known.get(code) ?? 0 };
    }),
  };
}

/** Every source that a release names, with its licence. */
export async function readSources({ em, at }: Reading): Promise<SourceUse[]> {
  const read = await publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(rows.sources(at)).as('sources'),
      jsonArrayFrom(
        origins(at)
          .select(['o.source', 't.indicator'])
          .where('o.source', 'is not', null)
          .distinct(),
      ).as('uses'),
    ])
    .executeTakeFirstOrThrow();
  const used = Map.groupBy(read.uses, ({ source }) => source);
  return read.sources
    .map((source) => ({
      source,
      indicators: (used.get(source.id) ?? [])
        .map(({ indicator }) => indicator)
        .sort(compareNatural),
    }))
    .sort((a, b) => a.source.publisher.localeCompare(b.source.publisher, 'en'));
}

const eb = expressionBuilder<PublicTables>();

/** The texts of one area by language; null where none is written. */
export const helpOf = (at: Expression<number>, area: Expression<string>) =>
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
