import type { GraphQLResolveInfo } from 'graphql';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { AssessmentDetail } from '../../assessments/assessment-row.ts';
import { exact } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import { asksOnly } from '../../graphql/selection.ts';
import { levelIn } from './cells.ts';
import { areasOf, isCountry, isIn, toAction, toArea } from './page-parts.ts';
import { pageStatement } from './page-statement.ts';
import type { ActionSummary, Level } from './progress.type.ts';
import type { Area, Release } from './page-parts.type.ts';
import { orNone } from './public-rows.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';

/** Fields that are given whole, whichever of their subfields are asked for. */
const WHOLE = ['release', 'areas', 'rows.action'];
const OF_LEVELS = ['word', 'percent', 'low', 'high', 'known', 'total', 'movement', 'points'];
/** The fields of a scorecard that can be answered from the levels alone. */
const LEVELS: ReadonlySet<string> = new Set([
  ...WHOLE,
  ...['year', 'rows', 'rows.cells', 'rows.cells.area', 'rows.cells.level'],
  ...OF_LEVELS.map((field) => `rows.cells.level.${field}`),
]);
export const asksLevelsOnly = (info: GraphQLResolveInfo): boolean => asksOnly(info, LEVELS, WHOLE);

export interface Levels {
  release: Release;
  year: number;
  areas: Area[];
  rows: {
    action: ActionSummary;
    cells: { area: string; level: Omit<Level, 'flags' | 'reason'> }[];
  }[];
}

const eb = expressionBuilder<PublicTables>();

const readRows = pageStatement(
  (db, { at }) =>
    db.selectNoFrom(
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('assessment', at).as('t'))
          .select(['t.subject', 't.area', 't.word', 't.known', 't.total', 't.movement'])
          .select([exact('t.low').as('low'), exact('t.high').as('high')])
          .select([orNone('level'), orNone('points')])
          .select(sql<AssessmentDetail['percent'] | null>`t.detail -> 'percent'`.as('percent'))
          .where('t.kind', '=', sql.lit('ACTION')),
      ).as('levels'),
    ),
  'ONCE',
);

/** How far every action is in the year of the release, the same as `readScorecard` gives. */
export async function readLevels(
  reading: Reading,
  country?: string | null,
): Promise<Levels | null> {
  const { release, lang, frame } = reading;
  if (country != null && !isCountry(country, frame)) return null;
  const areas = country == null ? frame.areas : frame.areas.filter(isIn(country));
  const { levels } = await readRows(reading, {}, {});
  const found = new Map(levels.map((row) => [`${row.subject} ${row.area}`, row]));
  return {
    release,
    year: release.asOfYear,
    areas: frame.areas.map((area) => toArea(area, lang)),
    rows: frame.actions.map((action) => ({
      action: toAction(action, lang),
      cells: areasOf(action.scope, areas).flatMap(({ code: area }) => {
        const row = found.get(`${action.code} ${area}`);
        return row ? [{ area, level: levelIn(row, row.percent) }] : [];
      }),
    })),
  };
}
