import { dec } from '../values/decimal.ts';
import type {
  FrameworkAction,
  FrameworkDocument,
  FrameworkIndicator,
} from './framework-document.ts';
import { countName, SharedCounts } from '../disclosure/shared-counts.ts';
import { compare } from '../validation/compare.ts';
import { checkRules } from './check-rules.ts';
import { duplicateKey } from '../validation/duplicate-key.ts';
import { neverScored } from './never-scored.ts';
import type { FrameworkProblem } from './shape.ts';

const when = (
  isWrong: boolean,
  code: string,
  field: string,
  params: FrameworkProblem['params'] = {},
): FrameworkProblem[] => (isWrong ? [{ code, field, params }] : []);

/**
 * Checks a whole framework beyond the shape of its parts: every code occurs once, links lead to something that exists, names are in
 * English and Russian, laws have stages and elements, limits are in order, weights are above zero, nothing is scored that must not
 * be (neverScored), and validation rules can be kept (checkRules).
 * Source: domain.md, Framework; methods.md 6.1.
 */
export function checkFramework({
  actions,
  indicators,
  rules,
}: FrameworkDocument): FrameworkProblem[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const shared = new SharedCounts(indicators);
  return [
    ...repeated(actions, 'actions', ({ code }) => code),
    ...repeated(indicators, 'indicators', ({ code }) => code),
    ...repeated(
      indicators.flatMap(({ benchmarks }) => benchmarks),
      'benchmarks',
      ({ id }) => id,
    ),
    ...actions.flatMap((action, index) => actionProblems(action, `actions.${index}`, byCode)),
    ...indicators.flatMap((indicator, index) =>
      indicatorProblems(indicator, `indicators.${index}`),
    ),
    ...repeated(rules, 'rules', ({ code }) => code),
    ...checkRules(rules, byCode),
    ...rules.flatMap(({ message }, index) => inBoth(message, `rules.${index}.message`)),
    ...indicators.flatMap((indicator, index) =>
      linkProblems(indicator, `indicators.${index}`, shared),
    ),
  ];
}

function actionProblems(
  action: FrameworkAction,
  at: string,
  byCode: ReadonlyMap<string, FrameworkIndicator>,
): FrameworkProblem[] {
  const links = action.indicators.flatMap(({ code, role, weight }, index) => {
    const field = `${at}.indicators.${index}`;
    const indicator = byCode.get(code);
    if (indicator === undefined) return when(true, 'UNKNOWN_REFERENCE', field, { text: code });
    const isScored = role !== 'CONTEXT' && neverScored(indicator);
    return [
      ...when(isScored, 'NEVER_SCORED', `${field}.role`, { indicator: code }),
      ...when(!dec(weight).gt(0), 'WEIGHT_NOT_POSITIVE', `${field}.weight`),
    ];
  });
  return [
    ...inBoth(action.title, `${at}.title`),
    ...(action.quote ? inBoth(action.quote, `${at}.quote`) : []),
    ...inBoth(action.reading, `${at}.reading`),
    ...repeated(action.indicators, `${at}.indicators`, ({ code }) => code),
    ...links,
  ];
}

/** A kind of population: POPULATION, WOMEN_15_PLUS. Any other link names a count of an indicator. */
const POPULATION = /^[A-Z]+(_[A-Z0-9]+)*$/;

/** A link names a count that exists, and never one of its own indicator. */
function linkProblems(
  { code, numeratorOf, denominatorOf }: FrameworkIndicator,
  at: string,
  shared: SharedCounts,
): FrameworkProblem[] {
  const links = Object.entries({ numeratorOf, denominatorOf });
  const unknown = links.flatMap(([field, name]) => {
    const isKnown = name === null || shared.isCount(name) || POPULATION.test(name);
    return when(!isKnown, 'UNKNOWN_REFERENCE', `${at}.${field}`, { text: name ?? '' });
  });
  const own = [countName(code, 'COUNT'), countName(code, 'DENOMINATOR')];
  const [count, denominator] = shared.namesOf(code);
  const isOfItself = links.some(([, name]) => name !== null && own.includes(name));
  return [
    ...unknown,
    ...when(isOfItself || count === denominator, 'LINKED_TO_ITSELF', `${at}.denominatorOf`, {
      indicator: code,
    }),
  ];
}

/** The lowest thresholds that a sensitive indicator may have; the page of methods prints them. Source: methods.md 2.2. */
const SMALL = { base: 5, detailed: 10 };

function indicatorProblems(indicator: FrameworkIndicator, at: string): FrameworkProblem[] {
  const { code, kind, stages, min, max, reportedCases, direction, breaks, sensitive } = indicator;
  const { multiplier, step, thresholdBase: base, thresholdDetailed: detailed } = indicator;
  const isLaw = kind === 'MILESTONE';
  const limits = compare({ left: [min], right: [max], operator: 'LE' });
  const hasSteps = (stages?.en?.length ?? 0) >= 2;
  const tooLow = (threshold: number, least: number, field: string) =>
    when(sensitive && threshold < least, 'THRESHOLD_TOO_LOW', field, { value: String(least) });
  return [
    ...inBoth(indicator.name, `${at}.name`),
    ...inBoth(indicator.definition, `${at}.definition`),
    ...inBoth(indicator.unitText, `${at}.unitText`),
    ...when(reportedCases && direction !== 'NONE', 'NEVER_SCORED', `${at}.direction`, {
      indicator: code,
    }),
    ...when(isLaw !== hasSteps, 'STAGES_OF_MILESTONES', `${at}.stages`),
    ...elementProblems(indicator, `${at}.elements`),
    // disclosure control protects counts of people, and stages are none
    ...when(isLaw && sensitive, 'LAW_NOT_SENSITIVE', `${at}.sensitive`),
    ...when(limits.result === 'ERROR', 'LIMITS_CROSSED', `${at}.min`),
    ...when(!dec(multiplier).gt(0), 'BELOW_MIN', `${at}.multiplier`, { value: multiplier }),
    ...when(step !== null && !dec(step).gt(0), 'BELOW_MIN', `${at}.step`, { value: step ?? '' }),
    ...when(detailed < base, 'LIMITS_CROSSED', `${at}.thresholdDetailed`),
    ...tooLow(base, SMALL.base, `${at}.thresholdBase`),
    ...tooLow(detailed, SMALL.detailed, `${at}.thresholdDetailed`),
    ...repeated(breaks, `${at}.breaks`, ({ area, year }) => `${area} ${String(year)}`),
    ...repeated(indicator.breakdowns, `${at}.breakdowns`, (one) => one),
    ...tableProblems(indicator, `${at}.tableAxes`),
  ];
}

/** Only a law has elements, and at least one of them counts. Their codes begin with the law's code, so that no two laws share one. */
function elementProblems(
  { code: law, kind, elements }: FrameworkIndicator,
  at: string,
): FrameworkProblem[] {
  const fitting =
    kind === 'MILESTONE' ? elements.some(({ counts }) => counts) : elements.length === 0;
  return [
    ...when(!fitting, 'ELEMENTS_OF_MILESTONES', at),
    ...repeated(elements, at, ({ code }) => code),
    ...elements.flatMap(({ code, name, definition }, index) => {
      const field = `${at}.${String(index)}`;
      const isForeign = !code.startsWith(`${law}-`);
      return [
        ...when(isForeign, 'ELEMENT_OF_OTHER_LAW', `${field}.code`, { text: code }),
        ...inBoth(name, `${field}.name`),
        ...inBoth(definition, `${field}.definition`),
      ];
    }),
  ];
}

/** Only numbers have a table; its axes are breakdowns of the indicator, and name every category once. */
function tableProblems(
  { kind, breakdowns, tableAxes }: FrameworkIndicator,
  at: string,
): FrameworkProblem[] {
  return [
    ...repeated(tableAxes, at, ({ dimension }) => dimension),
    ...tableAxes.flatMap(({ dimension, codes }, index) => {
      const axis = `${at}.${String(index)}`;
      const isAllowed = kind === 'NUMERIC' && breakdowns.includes(dimension);
      return [
        ...when(!isAllowed, 'NOT_BROKEN_DOWN', `${axis}.dimension`, { text: dimension }),
        ...when(codes.length < 2, 'TOO_FEW_CODES', `${axis}.codes`),
        ...repeated(codes, `${axis}.codes`, ({ code }) => code),
        ...codes.flatMap(({ name }, part) => inBoth(name, `${axis}.codes.${String(part)}.name`)),
      ];
    }),
  ];
}

/** A text is needed in English and Russian, the two languages in which the programme works. */
function inBoth(texts: { en?: string; ru?: string }, field: string): FrameworkProblem[] {
  return (['en', 'ru'] as const).flatMap((lang) =>
    when(texts[lang] === undefined, 'LANGUAGE_MISSING', `${field}.${lang}`, { key: lang }),
  );
}

/** A problem for each item that repeats the key of an earlier one. */
function repeated<T>(
  items: readonly T[],
  field: string,
  keyOf: (item: T) => string,
): FrameworkProblem[] {
  const keys = items.map(keyOf);
  const { rows } = duplicateKey({ keys: keys.map((key) => [key]) });
  return rows.flatMap(([, ...again]) =>
    again.flatMap((row) => when(true, 'DUPLICATE_CODE', field, { text: keys[row] ?? '' })),
  );
}
