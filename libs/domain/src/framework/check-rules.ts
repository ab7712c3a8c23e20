import { dec, type Decimal } from '../values/decimal.ts';
import type { RuleSide, RuleTerm } from '../validation/validation-rule.types.ts';
import type { FrameworkIndicator, FrameworkRule } from './framework-document.ts';
import type { FrameworkProblem } from './shape.ts';

type Indicators = ReadonlyMap<string, FrameworkIndicator>;
type Problem = (
  code: string,
  field: string,
  params?: FrameworkProblem['params'],
) => FrameworkProblem;

/**
 * Can these validation rules be judged and kept? They must name numbers that exist, compare like with like and say something about
 * an indicator, and the rules that are on must not contradict each other. Source: methods.md 7 (compare).
 */
export function checkRules(
  rules: readonly FrameworkRule[],
  indicators: Indicators,
): FrameworkProblem[] {
  return [
    ...rules.flatMap((rule, index) => ruleProblems(rule, indicators, at(index, rule))),
    ...contradictions(rules),
  ];
}

/** Makes the problems of one rule. They name the rule, as they may be shown where an indicator or another rule is changed. */
const at =
  (index: number, { code: object }: FrameworkRule): Problem =>
  (code, field, params = {}) => ({
    code,
    field: `rules.${String(index)}.${field}`,
    params: { object, ...params },
  });

function ruleProblems(
  { left, right }: FrameworkRule,
  indicators: Indicators,
  problem: Problem,
): FrameworkProblem[] {
  const sides = Object.entries({ left, right });
  const problems = sides.flatMap(([field, { terms, constant }]) => [
    ...(terms.length === 0 && constant === null ? [problem('SIDE_EMPTY', field)] : []),
    ...terms.flatMap((term, index) =>
      termProblems(term, indicators, (code, part, params) =>
        problem(code, `${field}.terms.${String(index)}.${part}`, params),
      ),
    ),
  ]);
  if (problems.length > 0) return problems;
  if (difference(left, right).size === 0) return [problem('SIDES_EQUAL', 'right')];
  const units = sides.flatMap(([field, { terms }]) =>
    terms.map((term, index) => ({
      unit: unitOf(term, indicators),
      field: `${field}.terms.${String(index)}.indicator`,
      text: term.indicator,
    })),
  );
  const [first] = units;
  const other = units.find(({ unit }) => unit !== first?.unit);
  if (first === undefined || other === undefined) return [];
  return [problem('UNITS_DIFFER', other.field, { text: other.text, otherText: first.text })];
}

function termProblems(
  { indicator: code, figure, factor }: RuleTerm,
  indicators: Indicators,
  problem: Problem,
): FrameworkProblem[] {
  const indicator = indicators.get(code);
  if (indicator === undefined) return [problem('UNKNOWN_REFERENCE', 'indicator', { text: code })];
  if (indicator.kind !== 'NUMERIC') return [problem('NO_NUMBER', 'indicator', { text: code })];
  const hasNoParts = figure !== 'VALUE' && indicator.regionalMethod !== 'RATIO';
  return [
    ...(hasNoParts ? [problem('NO_NUMERATOR', 'figure', { text: code })] : []),
    ...(dec(factor).isZero() ? [problem('ZERO_FACTOR', 'factor')] : []),
  ];
}

/** The unit of a term and its multiplier: only terms that share both can be compared. The parts of a rate are counts. */
function unitOf({ indicator, figure }: RuleTerm, indicators: Indicators): string {
  const found = indicators.get(indicator);
  return figure === 'VALUE' && found ? `${found.unit} ${found.multiplier}` : 'NUMBER 1';
}

/** The terms of the left side minus those of the right, without constants: the factor of each figure that does not cancel out. */
function difference(left: RuleSide, right: RuleSide): Map<string, Decimal> {
  const found = new Map<string, Decimal>();
  const add = ({ terms }: RuleSide, sign: number) => {
    for (const { indicator, figure, factor } of terms) {
      const key = `${indicator} ${figure}`;
      const sum = dec(factor)
        .times(sign)
        .plus(found.get(key) ?? 0);
      if (sum.isZero()) found.delete(key);
      else found.set(key, sum);
    }
  };
  add(left, 1);
  add(right, -1);
  return found;
}

/** Says that the side `from` is at most the side `to`; if `strict`, less than it. */
interface Step {
  from: string;
  to: string;
  strict: boolean;
  /** The rule that asks for it; null for two constants, of which it is always true. */
  rule: string | null;
}

/**
 * Problems of rules that are on and that no figures can keep all at once: A < B, B < C, C < A; or A < 5 and A > 6.
 */
function contradictions(rules: readonly FrameworkRule[]): FrameworkProblem[] {
  const active = rules.filter((rule) => rule.active);
  const steps = [...active.flatMap(stepsOf), ...stepsOfNumbers(active)];
  return rules.flatMap((rule, index) => {
    if (!rule.active) return [];
    const others = rulesAgainst(rule, steps);
    if (others.length === 0) return [];
    return [at(index, rule)('RULES_CONTRADICT', 'operator', { text: others.join(', ') })];
  });
}

/** The codes of the other rules that together contradict this one; empty: some figures can keep them all. */
function rulesAgainst(rule: FrameworkRule, steps: readonly Step[]): string[] {
  if (rule.operator !== 'NE') {
    const ways = stepsOf(rule).map((step) => cycleThrough(step, steps));
    return ways.find((way) => way.length > 0) ?? [];
  }
  // unequal means less or more: a contradiction only if both are impossible
  const [a, b] = [nameOf(rule.left), nameOf(rule.right)];
  const ways = [
    { from: a, to: b },
    { from: b, to: a },
  ].map((step) => cycleThrough({ ...step, strict: true, rule: rule.code }, steps));
  return ways.every((way) => way.length > 0) ? [...new Set(ways.flat())] : [];
}

/** Steps between the constants that are a whole side of a rule, from each to the next larger. */
function stepsOfNumbers(rules: readonly FrameworkRule[]): Step[] {
  const numbers = rules
    .flatMap(({ left, right }) => [left, right])
    .filter(({ terms }) => terms.length === 0)
    .toSorted((a, b) => dec(a.constant ?? 0).comparedTo(dec(b.constant ?? 0)))
    .map(nameOf);
  return numbers.slice(1).map((to, index) => {
    const from = numbers[index] ?? to;
    return { from, to, strict: from !== to, rule: null };
  });
}

function stepsOf({ code: rule, left, operator, right }: FrameworkRule): Step[] {
  const [a, b] = [nameOf(left), nameOf(right)];
  const step = (from: string, to: string, strict: boolean) => ({ from, to, strict, rule });
  switch (operator) {
    case 'EQ':
      return [step(a, b, false), step(b, a, false)];
    case 'LT':
    case 'LE':
      return [step(a, b, operator === 'LT')];
    case 'GT':
    case 'GE':
      return [step(b, a, operator === 'GT')];
    case 'NE':
      return [];
  }
}

/** The other rules on a path from the end of the step back to its beginning, if a step on it is strict; else none. */
function cycleThrough(begin: Step, steps: readonly Step[]): string[] {
  const seen = new Set<string>();
  const ways = [{ at: begin.to, strict: begin.strict, rules: [] as string[] }];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    if (way.at === begin.from && way.strict && way.rules.length > 0) return way.rules;
    const key = `${way.at} ${String(way.strict)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { from, to, strict, rule } of steps)
      if (from === way.at && rule !== begin.rule)
        ways.push({
          at: to,
          strict: way.strict || strict,
          rules: rule === null ? way.rules : [...way.rules, rule],
        });
  }
  return [];
}

/** A name for a side that does not depend on the order of its terms. */
function nameOf({ terms, constant }: RuleSide): string {
  const named = terms.map(({ indicator, figure, factor }) => `${factor}*${indicator}:${figure}`);
  const isZero = constant === null || constant === '0';
  return [...named.sort(), ...(isZero && terms.length > 0 ? [] : [constant ?? '0'])].join(' + ');
}
