import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type FiguresOf,
  isTotalPart,
  namedIn,
  type Part,
  type RulesOfCell,
  type WordedRule,
} from '@qadam/domain';
import { db } from '../../database/db.ts';
import { exact, isTotal } from '../../database/expressions.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { Language } from '../../graphql/enums.ts';
import { type LocalText, pickText } from '../../graphql/local-text.type.ts';

interface Place {
  area: string;
  year: number;
}
interface Cell extends Place {
  indicator: string;
  part: Part;
}

/** A validation rule as it is told to a reader. */
export type ReadRule = WordedRule & { message: LocalText };

/** The validation rules that are on, in the words of a language. */
export async function activeRules(em: EntityManager, lang: Language): Promise<ReadRule[]> {
  const rows = await db(em)
    .selectFrom('work.validation_rule as v')
    .select(['v.code', 'v.left', 'v.operator', 'v.right', 'v.missing', 'v.severity', 'v.message'])
    .where('v.active', '=', true)
    .orderBy((eb) => eb.fn('length', ['v.code']))
    .orderBy('v.code')
    .execute();
  return rows.map((row) => ({ ...row, message: pickText(row.message, lang) }));
}

/** Those that name any of these indicators. */
export function rulesOf(
  indicators: readonly Pick<DeskIndicator, 'rules'>[],
  lang: Language,
): ReadRule[] {
  const named = indicators.flatMap(({ rules }) => rules);
  const byCode = new Map(named.map((rule) => [rule.code, rule]));
  return Array.from(byCode.values(), (rule) => ({
    ...rule,
    message: pickText(rule.message, lang),
  }));
}

/** What the working side has of the undivided figures of these indicators now, in these areas and years; null: in all. */
export async function figuresOf(
  em: EntityManager,
  indicators: readonly string[],
  { areas, years }: { areas: readonly string[] | null; years: readonly number[] | null },
) {
  if (indicators.length === 0 || areas?.length === 0 || years?.length === 0) return [];
  return db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .select(['o.id', 'o.area', 'o.year', 'o.indicator'])
    .select([
      exact<string | null>('r.value').as('value'),
      exact<string | null>('r.numerator').as('numerator'),
      exact<string | null>('r.denominator').as('denominator'),
    ])
    .where('o.indicator', 'in', indicators)
    .where(isTotal('o'))
    .$if(areas !== null, (query) => query.where('o.area', 'in', areas ?? []))
    .$if(years !== null, (query) => query.where('o.year', 'in', years ?? []))
    .execute();
}

/** What each cell is held against beside itself; null where no rule can be about it. */
export type RulesOf = (cell: Cell) => RulesOfCell | null;

/** The rules that are on, the figures that they compare, and what of both each cell is held against. */
export interface RulesHere {
  rules: readonly ReadRule[];
  figures: Awaited<ReturnType<typeof figuresOf>>;
  of: RulesOf;
}

/** Rules about cells of these places: one statement, however many rules and cells there are, and none without a rule. */
export async function rulesAt(
  em: EntityManager,
  rules: readonly ReadRule[],
  places: readonly Place[],
): Promise<RulesHere> {
  const byIndicator = new Map<string, ReadRule[]>();
  for (const rule of rules)
    for (const code of namedIn(rule))
      byIndicator.set(code, [...(byIndicator.get(code) ?? []), rule]);
  const at = <T>(pick: (place: Place) => T) => [...new Set(places.map(pick))];
  const rows = await figuresOf(em, [...byIndicator.keys()], {
    areas: at(({ area }) => area),
    years: at(({ year }) => year),
  });
  const known = new Map(rows.map((row) => [keyOf(row, row.indicator), row]));
  const of: RulesOf = ({ indicator, part, ...place }) => {
    const own = byIndicator.get(indicator);
    if (own === undefined || !isTotalPart(part)) return null;
    const beside: FiguresOf = (code) => known.get(keyOf(place, code));
    return { indicator, rules: own, figuresOf: beside };
  };
  return { rules, figures: rows, of };
}

const keyOf = ({ area, year }: Place, indicator: string): string =>
  `${area} ${String(year)} ${indicator}`;
