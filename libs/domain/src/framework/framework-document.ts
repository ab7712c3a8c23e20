import * as v from 'valibot';
import { BREAKDOWN_DIMENSIONS } from '../breakdown/part.ts';
import { BENCHMARK_SENSES } from '../progress/benchmark-gap.ts';
import { RATE_KINDS } from '../progress/compute-rate.ts';
import { INDICATOR_ROLES } from '../progress/indicator-role.ts';
import { DIRECTIONS, INDICATOR_KINDS } from '../progress/target.ts';
import {
  ACTION_KINDS,
  BREAK_KINDS,
  CENTRES_IN,
  ELEMENT_ORIGINS,
  REGIONAL_METHODS,
  SCOPES,
} from './framework-words.ts';
import {
  decimal,
  flag,
  type FrameworkProblem,
  list,
  NAME,
  object,
  problemOf,
  someOf,
  text,
  integer,
} from './shape.ts';
import { VALUE_TYPES } from '../validation/check-cell.types.ts';
import { MISSING_STRATEGIES, RELATIONS } from '../validation/compare.ts';
import { RULE_SEVERITIES } from '../validation/outcome.ts';
import { RULE_FIGURES } from '../validation/validation-rule.types.ts';
import { PLAIN_FIELDS } from './plain-fields.ts';
import { SHEET_KEYS } from './sheet.ts';
import { TEXT_LANGUAGES } from './text-languages.ts';

export const FRAMEWORK_FORMAT = 'qadam-framework-2';

const CODE = /^[A-Z][A-Z0-9]{0,5}(\.\d{1,3})?$/;
const ELEMENT_CODE = /^[A-Z][A-Z0-9]{0,5}(\.\d{1,3})?-[A-Z0-9]{1,20}$/;
/** A count of an indicator, or a kind of population. */
const COUNT = /^[\w.]+(:DENOMINATOR)?$/;
const scope = v.picklist(SCOPES);
const inLanguages = <S extends v.GenericSchema>(shape: S) =>
  someOf(TEXT_LANGUAGES, shape, 'UNKNOWN_LANGUAGE');
const texts = inLanguages(text(4000));
const position = integer(0, 10_000);

const LINK = object({
  code: text(12, CODE),
  role: v.picklist(INDICATOR_ROLES),
  weight: decimal,
});

const ACTION = object({
  code: text(12, CODE),
  kind: v.picklist(ACTION_KINDS),
  scope,
  title: texts,
  quote: v.nullable(texts),
  reading: texts,
  position,
  indicators: list(LINK, 100),
});

const BENCHMARK = object({
  id: text(60, NAME),
  value: decimal,
  per: v.nullable(decimal),
  kind: v.picklist(RATE_KINDS),
  sense: v.picklist(BENCHMARK_SENSES),
  population: v.nullable(text(40, NAME)),
  label: texts,
  citation: texts,
  url: v.nullable(text(500, /^https?:\/\/\S+$/)),
  source: v.nullable(text(60, NAME)),
});

const BREAK = object({
  area: text(3, /^[A-Z0-9]{3}$/),
  year: integer(1900, 2100),
  kind: v.picklist(BREAK_KINDS),
  note: texts,
  source: v.nullable(text(60, NAME)),
});

/** An axis of the table in which the parts of a value are entered; a table has one or two, the first makes its rows. */
const TABLE_AXIS = object({
  dimension: v.picklist(['sex', 'age', 'urbanisation', 'breakdown']),
  codes: list(object({ code: text(40, /^\w[\w-]*$/), name: texts }), 40),
});

/** A part of what a law is meant to say, with a stage of its own in each country. */
const ELEMENT = object({
  code: text(40, ELEMENT_CODE),
  name: texts,
  definition: texts,
  /** The standard that requires this element. */
  instrument: v.nullable(text(500)),
  origin: v.picklist(ELEMENT_ORIGINS),
  counts: flag,
});

const INDICATOR = object({
  code: text(12, CODE),
  kind: v.picklist(INDICATOR_KINDS),
  scope,
  unit: text(40, NAME),
  unitText: texts,
  multiplier: decimal,
  decimals: integer(0, 12),
  direction: v.picklist(DIRECTIONS),
  reportedCases: flag,
  centresIn: v.nullable(v.picklist(CENTRES_IN)),
  valueType: v.picklist(VALUE_TYPES),
  regionalMethod: v.picklist(REGIONAL_METHODS),
  sensitive: flag,
  thresholdBase: integer(1, 100),
  thresholdDetailed: integer(1, 100),
  min: v.nullable(decimal),
  max: v.nullable(decimal),
  // files from before this field existed do not have it
  step: v.optional(v.nullable(decimal), null),
  whole: flag,
  breakdowns: list(v.picklist(BREAKDOWN_DIMENSIONS), BREAKDOWN_DIMENSIONS.length),
  tableAxes: list(TABLE_AXIS, 2),
  ...PLAIN_FIELDS,
  sdgCode: PLAIN_FIELDS.sdgCode.wrapped, // not optional: every file has this field
  numeratorOf: v.nullable(text(40, COUNT)),
  denominatorOf: v.nullable(text(40, COUNT)),
  name: texts,
  definition: texts,
  stages: v.nullable(inLanguages(list(text(200), 10))),
  elements: list(ELEMENT, 20),
  sheet: inLanguages(someOf(SHEET_KEYS, text(4000))),
  position,
  benchmarks: list(BENCHMARK, 20),
  breaks: list(BREAK, 200),
});

const SIDE = object({
  terms: list(
    object({ indicator: text(12, CODE), figure: v.picklist(RULE_FIGURES), factor: decimal }),
    10,
  ),
  constant: v.nullable(decimal),
});

/** A validation rule: what officers ask of figures of one area and year. */
const RULE = object({
  code: text(5, /^R[1-9]\d{0,3}$/),
  left: SIDE,
  operator: v.picklist(RELATIONS),
  right: SIDE,
  missing: v.picklist(MISSING_STRATEGIES),
  severity: v.picklist(RULE_SEVERITIES),
  message: inLanguages(text(500)),
  /** Are values checked by this rule? Otherwise it is only stored. */
  active: flag,
});

const DOCUMENT = object({
  format: v.picklist([FRAMEWORK_FORMAT]),
  actions: list(ACTION, 200),
  indicators: list(INDICATOR, 1000),
  // files from before rules existed have none
  rules: v.optional(list(RULE, 200), []),
});

export type FrameworkTexts = v.InferOutput<typeof texts>;
export type FrameworkAction = v.InferOutput<typeof ACTION>;
export type FrameworkBreak = v.InferOutput<typeof BREAK>;
export type FrameworkIndicator = v.InferOutput<typeof INDICATOR>;
export type FrameworkRule = v.InferOutput<typeof RULE>;
export type FrameworkDocument = v.InferOutput<typeof DOCUMENT>;

export type ReadFramework =
  { document: FrameworkDocument; problems: [] } | { document: null; problems: FrameworkProblem[] };

/**
 * The one schema of the framework: what an export writes, an import reads and the editor sends. No key may be missing or
 * unknown; numbers that are figures are exact text. Lists without a meaningful order come in a fixed order, so that
 * two equal frameworks are equal documents. Source: domain.md, Framework.
 */
export function readFramework(value: unknown): ReadFramework {
  const { success, output, issues } = v.safeParse(DOCUMENT, value, { abortPipeEarly: true });
  if (!success) return { document: null, problems: issues.map(problemOf) };
  return { document: { ...output, indicators: output.indicators.map(inOrder) }, problems: [] };
}

function inOrder(indicator: FrameworkIndicator): FrameworkIndicator {
  const by = (key: (one: FrameworkBreak) => string) => (a: FrameworkBreak, b: FrameworkBreak) =>
    key(a) < key(b) ? -1 : 1;
  return {
    ...indicator,
    benchmarks: indicator.benchmarks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    breaks: indicator.breaks.toSorted(by(({ area, year }) => `${area} ${String(year)}`)),
  };
}
