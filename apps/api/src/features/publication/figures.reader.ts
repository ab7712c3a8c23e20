import { expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { by, isTotal } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import { areasOf, isCountry, isIn } from './page-parts.ts';
import { pageStatement } from './page-statement.ts';
import { orNone } from './public-rows.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';
import type { Series, Value } from './series.type.ts';

/** The fields that can be answered from the figures alone. */
export const FIGURES: ReadonlySet<string> = new Set([
  'series',
  'series.area',
  'series.values',
  'series.values.year',
  'series.values.value',
  'series.values.obsStatus',
]);

export interface Figures {
  series: (Pick<Series, 'area'> & { values: Pick<Value, 'year' | 'value' | 'obsStatus'>[] })[];
}

const eb = expressionBuilder<PublicTables>();

const readTotals = pageStatement(
  (db, { at, code, area }, { oneArea }: Readonly<Record<'oneArea', boolean>>) =>
    db.selectNoFrom(
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('value', at).as('t'))
          .select(['t.area', 't.year', orNone('value'), 't.obs_status as obsStatus'])
          .where('t.indicator', '=', code)
          .where(isTotal('t'))
          .$if(oneArea, (all) => all.where('t.area', '=', area))
          .$call(by('t.area', 't.year')),
      ).as('values'),
    ),
  'ONCE',
);

/** The figures of an indicator by year, the same as `readIndicator` gives: programs and charts ask for these most often. */
export async function readFigures(
  reading: Reading,
  code: string,
  country?: string | null,
): Promise<Figures | null> {
  const { frame } = reading;
  const indicator = frame.indicatorOf.get(code);
  if (!indicator || (country != null && !isCountry(country, frame))) return null;
  if (indicator.kind === 'MILESTONE') return { series: [] }; // a law has elements instead of a series
  const shown = country == null ? frame.areas : frame.areas.filter(isIn(country));
  const areas = areasOf(indicator.scope, shown).map((area) => area.code);
  const { values } = await readTotals(reading, { code, areas }, { oneArea: areas.length === 1 });
  const byArea = Map.groupBy(values, (row) => row.area);
  return { series: areas.map((area) => ({ area, values: byArea.get(area) ?? [] })) };
}
