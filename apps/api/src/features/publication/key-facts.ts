import {
  inTellingOrder,
  isHeadline,
  keyFact,
  type ObservationStatus,
  withoutPlan,
} from '@qadam/domain';
import { expressionBuilder, sql } from 'kysely';
import { exact, isTotal } from '../../database/expressions.ts';
import type { ASKED } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { Language } from '../../graphql/enums.ts';
import { oncePer } from '../../http/memo.ts';
import { elementStates } from './laws.ts';
import type { Fact } from './progress.type.ts';
import { byCell, upTo } from './by-cell.ts';
import type { Frame } from './frame.ts';
import {
  type ActionRow,
  firstYear,
  type LawRow,
  type LinkRow,
  type SeriesPoint,
  type SeriesRow,
  type TargetPointRow,
} from './public-rows.ts';
import { areasOf, pointFinder, shortSeries, toIndicator } from './page-parts.ts';
import { rowsAsOf } from './rows-as-of.ts';
import type { YearView } from './year-view.ts';

const eb = expressionBuilder<PublicTables>();

interface Known extends Pick<Frame, 'indicatorOf'> {
  /** The links of an action to indicators that were read. */
  linksTo: Pick<Frame['linksTo'], 'get'>;
  laws: readonly LawRow[];
  /** The totals up to the year of the page, oldest first. */
  pointsIn: (
    indicator: string,
    area: string,
  ) => readonly { year: number; value: string | null; status: ObservationStatus }[];
}

/** Does the link count for its action: for the level, and first of all for the key fact? Those of laws and headline indicators do. */
export const isTold =
  ({ indicatorOf }: Frame) =>
  ({ indicator, role }: LinkRow): boolean => {
    const { kind, direction } = indicatorOf.get(indicator) ?? {};
    return kind === 'MILESTONE' || isHeadline({ role, direction });
  };

/**
 * For each action the other indicators in the order of `keyFact`: if no headline indicator has a figure, the first of these that has one gives the
 * key fact.
 */
const nearTo = oncePer(({ actions, indicatorOf, linksTo }: Frame) => {
  const codesOf = ({ code: action }: ActionRow) => {
    const near = (linksTo.get(action) ?? []).flatMap(({ indicator: code, role }) => {
      const { kind, direction } = indicatorOf.get(code) ?? {};
      return kind === undefined || isHeadline({ role, direction }) ? [] : [{ code, role, kind }];
    });
    return inTellingOrder(near).map(({ code }) => code);
  };
  return new Map(actions.map((action) => [action.code, codesOf(action)]));
});

/** The parameter of `nearest` for these actions in these areas. */
export const nearAsked = (
  frame: Frame,
  actions: readonly ActionRow[],
  areas: Frame['areas'] = frame.areas,
): string =>
  JSON.stringify(
    actions.map(({ code, scope }) => ({
      areas: areasOf(scope, areas).map((area) => area.code),
      codes: nearTo(frame).get(code) ?? [],
    })),
  );

/** In each area the newest figure of the first indicator that has one; the figures of the others are not read. */
export const nearest = ({ at, near, upTo: asked }: typeof ASKED) => {
  const year = sql<number>`greatest(${asked}, ${firstYear(at)})`;
  const newest = eb
    .selectFrom(rowsAsOf('value', at).as('v'))
    .select(['v.year', 'v.value'])
    .where('v.indicator', '=', sql.ref<string>('n.code'))
    .where('v.area', '=', sql.ref<string>('a.area'))
    .where(isTotal('v'))
    .where('v.year', '<=', year)
    .where(sql<boolean>`(v.value is not null or v.obs_status = 'Q')`)
    .orderBy('v.year', 'desc')
    .limit(sql.lit(1));
  const first = eb
    .selectFrom(
      sql<{ code: string; place: number }>`unnest(g.codes) with ordinality`.as<'n'>(
        sql`n(code, place)`,
      ),
    )
    .innerJoinLateral(newest.as('x'), (on) => on.onTrue())
    .select(['n.code as indicator', 'x.year', exact('x.value').as('value')])
    .where('x.value', 'is not', null)
    .orderBy('n.place')
    .limit(sql.lit(1));
  return eb
    .selectFrom(near)
    .innerJoinLateral(sql<{ area: string }>`unnest(g.areas)`.as<'a'>(sql`a(area)`), (on) =>
      on.onTrue(),
    )
    .innerJoinLateral(first.as('f'), (on) => on.onTrue())
    .select(['f.indicator', 'a.area', 'f.year', 'f.value', sql.lit<'A'>('A').as('status')]);
};

/** What a page reads to show short series and the key fact of each action. */
interface ReadFigures {
  series: readonly SeriesRow[];
  targets: readonly TargetPointRow[];
  laws: readonly LawRow[];
  /** Figures of indicators that are not on the page, but may become the key fact. */
  nearest: readonly (Pick<SeriesPoint, 'year' | 'value' | 'status'> & {
    indicator: string;
    area: string;
  })[];
}

/** Functions that make the short series of an indicator, and the key fact of an action, in an area and as of the page's year. */
export function figuresOfPage(
  frame: Frame,
  read: ReadFigures,
  view: Pick<YearView, 'assessments' | 'year'>,
  lang: Language,
) {
  const pointsIn = pointFinder(read.series, view.year);
  const near = byCell(upTo(read.nearest, view.year), (row) => row.indicator);
  // only some dozens of hundreds of indicators were read; links to the others are left out
  const here = new Set([...read.series, ...read.laws, ...read.nearest].map((row) => row.indicator));
  const known = {
    ...frame,
    linksTo: {
      get: (action: string) =>
        frame.linksTo.get(action)?.filter(({ indicator }) => here.has(indicator)),
    },
    laws: read.laws,
    pointsIn: (code: string, area: string) => [...pointsIn(code, area), ...near(code, area)],
  };
  return {
    series: shortSeries(frame, read, pointsIn, view, lang),
    fact: keyFactFinder(known, view.year, lang),
  };
}

/** A function that finds the key fact of an action in an area. */
export function keyFactFinder(
  { linksTo, indicatorOf, laws, pointsIn }: Known,
  year: number,
  lang: Language,
): (action: string, area: string) => Fact | null {
  const law = byCell(laws, (row) => row.indicator);
  const known = (code: string, area: string) => {
    const row = law(code, area)[0];
    // A hidden newest figure is not replaced by an older one.
    const { latest } = withoutPlan(pointsIn(code, area), 'NO_TARGET');
    return {
      elements: row && elementStates(row, year).filter(({ counts }) => counts),
      latest: latest && latest.value !== null ? { year: latest.year, value: latest.value } : null,
    };
  };
  return (action, area) => {
    const fact = keyFact(
      (linksTo.get(action) ?? []).flatMap(({ indicator: code, role }) => {
        const indicator = indicatorOf.get(code);
        if (!indicator) return [];
        const { kind, direction } = indicator;
        return [{ code, kind, direction, role, ...known(code, area) }];
      }),
    );
    const indicator = fact && indicatorOf.get(fact.indicator);
    if (!indicator) return null;
    const isNumber = fact.value !== null;
    const { name, stages, decimals, unit, unitText } = toIndicator(indicator, lang);
    return {
      ...fact,
      name,
      stageName: fact.stage === null ? null : (stages?.[fact.stage] ?? null),
      decimals: isNumber ? decimals : null,
      unit: isNumber ? unit : null,
      unitText: isNumber ? unitText : null,
    };
  };
}
