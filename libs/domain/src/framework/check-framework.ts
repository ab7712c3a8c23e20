import { dec } from '../values/decimal.ts';
import type {
  FrameworkAction,
  FrameworkDocument,
  FrameworkIndicator,
} from './framework-document.ts';
import { countName, SharedCounts } from '../disclosure/shared-counts.ts';
import { compare } from '../validation/compare.ts';
import { duplicateKey } from '../validation/duplicate-key.ts';
import { neverScored } from './never-scored.ts';
import type { FrameworkProblem } from './shape.ts';

const problem = (
  code: string,
  field: string,
  params: Readonly<Record<string, string>> = {},
): FrameworkProblem => ({ code, field, params });

/**
 * The rules of a whole framework, beyond the shape of its parts: every code once, links to what is there, names in English and
 * Russian, stages and elements of a law, limits in order, weights above zero, and nothing scored that must not be (neverScored).
 * Source: domain.md, Framework; methods.md 6.1.
 */
export function checkFramework({ actions, indicators }: FrameworkDocument): FrameworkProblem[] {
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
    if (indicator === undefined) return [problem('UNKNOWN_REFERENCE', field, { text: code })];
    const scored = role !== 'CONTEXT' && neverScored(indicator);
    return [
      ...(scored ? [problem('NEVER_SCORED', `${field}.role`, { indicator: code })] : []),
      ...(dec(weight).gt(0) ? [] : [problem('WEIGHT_NOT_POSITIVE', `${field}.weight`)]),
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
  const unknown = (['numeratorOf', 'denominatorOf'] as const).flatMap((field) => {
    const name = field === 'numeratorOf' ? numeratorOf : denominatorOf;
    return name === null || shared.isCount(name) || POPULATION.test(name)
      ? []
      : [problem('UNKNOWN_REFERENCE', `${at}.${field}`, { text: name })];
  });
  const own = [countName(code, 'COUNT'), countName(code, 'DENOMINATOR')];
  const ofItself = [numeratorOf, denominatorOf].some((name) => name !== null && own.includes(name));
  const [count, denominator] = shared.namesOf(code);
  return ofItself || count === denominator
    ? [...unknown, problem('LINKED_TO_ITSELF', `${at}.denominatorOf`, { indicator: code })]
    : unknown;
}

/** Below which a count is small, at the least: what is printed on the page of methods. Source: methods.md 2.2. */
const SMALL = { base: 5, detailed: 10 };

function tooLow(threshold: number, least: number, field: string): FrameworkProblem[] {
  return threshold < least ? [problem('THRESHOLD_TOO_LOW', field, { value: String(least) })] : [];
}

function indicatorProblems(indicator: FrameworkIndicator, at: string): FrameworkProblem[] {
  const { code, kind, stages, min, max, reportedCases, direction, breaks } = indicator;
  const limits = compare({ left: [min], right: [max], operator: 'LE' });
  const steps = (stages?.en?.length ?? 0) >= 2;
  return [
    ...inBoth(indicator.name, `${at}.name`),
    ...inBoth(indicator.definition, `${at}.definition`),
    ...inBoth(indicator.unitText, `${at}.unitText`),
    ...(reportedCases && direction !== 'NONE'
      ? [problem('NEVER_SCORED', `${at}.direction`, { indicator: code })]
      : []),
    ...((kind === 'MILESTONE') === steps ? [] : [problem('STAGES_OF_MILESTONES', `${at}.stages`)]),
    ...elementProblems(indicator, `${at}.elements`),
    // stages are no counts of people
    ...(kind === 'MILESTONE' && indicator.sensitive
      ? [problem('LAW_NOT_SENSITIVE', `${at}.sensitive`)]
      : []),
    ...(limits.result === 'ERROR' ? [problem('LIMITS_CROSSED', `${at}.min`)] : []),
    ...(dec(indicator.multiplier).gt(0)
      ? []
      : [problem('BELOW_MIN', `${at}.multiplier`, { value: indicator.multiplier })]),
    ...(indicator.thresholdDetailed < indicator.thresholdBase
      ? [problem('LIMITS_CROSSED', `${at}.thresholdDetailed`)]
      : []),
    ...(indicator.sensitive
      ? [
          ...tooLow(indicator.thresholdBase, SMALL.base, `${at}.thresholdBase`),
          ...tooLow(indicator.thresholdDetailed, SMALL.detailed, `${at}.thresholdDetailed`),
        ]
      : []),
    ...repeated(breaks, `${at}.breaks`, ({ area, year }) => `${area} ${String(year)}`),
    ...repeated(indicator.breakdowns, `${at}.breakdowns`, (one) => one),
    ...tableProblems(indicator, `${at}.tableAxes`),
  ];
}

/** Only a law has elements, at least one of which counts. Their codes begin with its own, so that no two laws share one. */
function elementProblems(
  { code: law, kind, elements }: FrameworkIndicator,
  at: string,
): FrameworkProblem[] {
  const fitting =
    kind === 'MILESTONE' ? elements.some(({ counts }) => counts) : elements.length === 0;
  return [
    ...(fitting ? [] : [problem('ELEMENTS_OF_MILESTONES', at)]),
    ...repeated(elements, at, ({ code }) => code),
    ...elements.flatMap(({ code, name, definition }, index) => {
      const field = `${at}.${String(index)}`;
      const foreign = !code.startsWith(`${law}-`);
      return [
        ...(foreign ? [problem('ELEMENT_OF_OTHER_LAW', `${field}.code`, { text: code })] : []),
        ...inBoth(name, `${field}.name`),
        ...inBoth(definition, `${field}.definition`),
      ];
    }),
  ];
}

/** A table divides a number by what the indicator may be broken down by, and names every category once. */
function tableProblems(
  { kind, breakdowns, tableAxes }: FrameworkIndicator,
  at: string,
): FrameworkProblem[] {
  return [
    ...repeated(tableAxes, at, ({ dimension }) => dimension),
    ...tableAxes.flatMap(({ dimension, codes }, index) => {
      const axis = `${at}.${String(index)}`;
      const allowed = kind === 'NUMERIC' && breakdowns.includes(dimension);
      return [
        ...(allowed ? [] : [problem('NOT_BROKEN_DOWN', `${axis}.dimension`, { text: dimension })]),
        ...(codes.length < 2 ? [problem('TOO_FEW_CODES', `${axis}.codes`)] : []),
        ...repeated(codes, `${axis}.codes`, ({ code }) => code),
        ...codes.flatMap(({ name }, part) => inBoth(name, `${axis}.codes.${String(part)}.name`)),
      ];
    }),
  ];
}

/** The two languages in which the programme works. */
function inBoth(texts: { en?: string; ru?: string }, field: string): FrameworkProblem[] {
  return (['en', 'ru'] as const)
    .filter((lang) => texts[lang] === undefined)
    .map((lang) => problem('LANGUAGE_MISSING', `${field}.${lang}`, { key: lang }));
}

/** Of those that share a key each but the first. */
function repeated<T>(
  items: readonly T[],
  field: string,
  keyOf: (item: T) => string,
): FrameworkProblem[] {
  const keys = items.map(keyOf);
  const { rows } = duplicateKey({ keys: keys.map((key) => [key]) });
  return rows.flatMap(([, ...again]) =>
    again.map((row) => problem('DUPLICATE_CODE', field, { text: keys[row] ?? '' })),
  );
}
