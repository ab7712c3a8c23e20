import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type FiguresOf,
  isTotalPart,
  namedIn,
  type Part,
  type RulesOfCell,
  type WordedRule,
} from '@qadam/domain';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { anyText, anyYear, exact, isTotal } from '../../database/expressions.ts';
import { preparedRows } from '../../database/prepared.ts';
import type { Language } from '../../graphql/enums.ts';
import { type LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';

interface Place {
  area: string;
  year: number;
}
interface Cell extends Place {
  indicator: string;
  part: Part;
}

/** A validation rule with its message in the reader's language. */
type ReadRule = WordedRule & { message: LocalText };

const activeRulesOf = (em: EntityManager) =>
  db(em)
    .selectFrom('work.validation_rule as v')
    .select(['v.code', 'v.left', 'v.operator', 'v.right', 'v.missing', 'v.severity', 'v.message'])
    .where('v.active', '=', true)
    .orderBy((eb) => eb.fn('length', ['v.code']))
    .orderBy('v.code');

/** The indicators that the active rules compare. */
const comparedIndicators = (em: EntityManager) =>
  activeRulesOf(em)
    .clearSelect()
    .clearOrderBy()
    .innerJoinLateral(
      sql<{
        indicator: string;
      }>`jsonb_to_recordset((v."left" -> 'terms') || (v."right" -> 'terms'))`.as<'t'>(
        sql`t(indicator text)`,
      ),
      (on) => on.onTrue(),
    )
    .select('t.indicator');

/** Totals, as the working side has them now. */
const wholeFigures = (em: EntityManager) =>
  db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .select(['o.id', 'o.area', 'o.year', 'o.indicator'])
    .select([
      exact<string | null>('r.value').as('value'),
      exact<string | null>('r.numerator').as('numerator'),
      exact<string | null>('r.denominator').as('denominator'),
    ])
    .where(isTotal('o'));

/** The active validation rules, in one language. */
export async function activeRules(em: EntityManager, lang: Language): Promise<ReadRule[]> {
  return told(await activeRulesOf(em).execute(), lang);
}

const told = <R extends { message: Texts }>(rules: readonly R[], lang: Language) =>
  rules.map((rule) => ({ ...rule, message: pickText(rule.message, lang) }));

/** The totals of these indicators, in these areas and years; null: in all. */
export async function figuresOf(
  em: EntityManager,
  indicators: readonly string[],
  { areas, years }: { areas: readonly string[] | null; years: readonly number[] | null },
) {
  if (indicators.length === 0 || areas?.length === 0 || years?.length === 0) return [];
  return wholeFigures(em)
    .where('o.indicator', 'in', indicators)
    .$if(areas !== null, (query) => query.where('o.area', 'in', areas ?? []))
    .$if(years !== null, (query) => query.where('o.year', 'in', years ?? []))
    .execute();
}

/** The rules and other figures that a cell is checked against; null if no rule can be about it. */
export type RulesOf = (cell: Cell) => RulesOfCell | null;

/** The active rules, the figures that they compare, and a function that gives both for one cell. */
export interface RulesHere {
  rules: readonly ReadRule[];
  figures: Awaited<ReturnType<typeof figuresOf>>;
  of: RulesOf;
}

/**
 * The rules about these cells, with the figures they compare, in one SQL statement for any number of rules and cells. Rules are
 * about totals, so nothing is read if there are only parts.
 */
export async function rulesAt(
  em: EntityManager,
  lang: Language,
  cells: readonly Omit<Cell, 'indicator'>[],
): Promise<RulesHere> {
  const places = cells.filter(({ part }) => isTotalPart(part));
  if (places.length === 0) return { rules: [], figures: [], of: () => null };
  const figuresHere = wholeFigures(em)
    .where('o.indicator', 'in', comparedIndicators(em))
    .where('o.area', '=', anyText([...new Set(places.map(({ area }) => area))]))
    .where('o.year', '=', anyYear([...new Set(places.map(({ year }) => year))]));
  const asked = db(em).selectNoFrom([
    jsonArrayFrom(activeRulesOf(em)).as('rules'),
    jsonArrayFrom(figuresHere).as('figures'),
  ]);
  const [read] = await preparedRows(em, asked);
  const figures = read?.figures ?? [];
  const rules = told(read?.rules ?? [], lang);
  const byIndicator = new Map<string, ReadRule[]>();
  for (const rule of rules)
    for (const code of namedIn(rule))
      byIndicator.set(code, [...(byIndicator.get(code) ?? []), rule]);
  const known = new Map(figures.map((row) => [keyOf(row, row.indicator), row]));
  const of: RulesOf = ({ indicator, part, ...place }) => {
    const own = byIndicator.get(indicator);
    if (own === undefined || !isTotalPart(part)) return null;
    const beside: FiguresOf = (code) => known.get(keyOf(place, code));
    return { indicator, rules: own, figuresOf: beside };
  };
  return { rules, figures, of };
}

const keyOf = ({ area, year }: Place, indicator: string): string =>
  `${area} ${String(year)} ${indicator}`;
