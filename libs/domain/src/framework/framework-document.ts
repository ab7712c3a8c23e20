import { BREAKDOWN_DIMENSIONS } from '../breakdown/part.ts';
import { INDICATOR_ROLES } from '../progress/indicator-role.ts';
import {
  decimal,
  flag,
  list,
  nullable,
  object,
  oneOf,
  record,
  text,
  whole,
  type FrameworkProblem,
  type Read,
  type Shape,
} from './shape.ts';
import { SHEET_KEYS } from './sheet.ts';

export const TEXT_LANGUAGES = ['en', 'ru', 'kk', 'ky', 'tg', 'uz'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

export const FRAMEWORK_FORMAT = 'qadam-framework-2';

const CODE = /^[A-Z][A-Z0-9]{0,5}(\.\d{1,3})?$/;
const ELEMENT_CODE = /^[A-Z][A-Z0-9]{0,5}(\.\d{1,3})?-[A-Z0-9]{1,20}$/;
const NAME = /^[\w.-]+$/;
/** A count of an indicator, or a kind of population. */
const COUNT = /^[\w.]+(:DENOMINATOR)?$/;
const scope = oneOf(['COUNTRY', 'REGION']);
const inLanguages = <T>(shape: Shape<T>) => record(TEXT_LANGUAGES, shape, 'UNKNOWN_LANGUAGE');
const texts = inLanguages(text(4000));
const position = whole(0, 10_000);

const LINK = object({
  code: text(12, CODE),
  role: oneOf(INDICATOR_ROLES),
  weight: decimal,
});

const ACTION = object({
  code: text(12, CODE),
  kind: oneOf(['PRIORITY', 'FINDING']),
  scope,
  title: texts,
  quote: nullable(texts),
  reading: texts,
  position,
  indicators: list(LINK, 100),
});

const BENCHMARK = object({
  id: text(60, NAME),
  value: decimal,
  per: nullable(decimal),
  kind: oneOf(['RATE', 'SHARE']),
  sense: oneOf(['AT_LEAST', 'AT_MOST']),
  population: nullable(text(40, NAME)),
  label: texts,
  citation: texts,
  url: nullable(text(500, /^https?:\/\/\S+$/)),
  source: nullable(text(60, NAME)),
});

const BREAK = object({
  area: text(3, /^[A-Z0-9]{3}$/),
  year: whole(1900, 2100),
  kind: oneOf(['definition', 'source', 'law', 'method']),
  note: texts,
  source: nullable(text(60, NAME)),
});

/** One or two sides of the table in which the parts of a value are collected; the first is its rows. */
const TABLE_AXIS = object({
  dimension: oneOf(['sex', 'age', 'urbanisation', 'breakdown']),
  codes: list(object({ code: text(40, /^\w[\w-]*$/), name: texts }), 40),
});

/** A part of what a law is to say, with a stage of its own in each country. */
const ELEMENT = object({
  code: text(40, ELEMENT_CODE),
  name: texts,
  definition: texts,
  /** The standard that asks for it. */
  instrument: nullable(text(500)),
  origin: oneOf(['DEFINITION', 'SEED']),
  counts: flag,
});

const INDICATOR = object({
  code: text(12, CODE),
  kind: oneOf(['NUMERIC', 'BINARY', 'MILESTONE']),
  scope,
  unit: text(40, NAME),
  unitText: texts,
  multiplier: decimal,
  decimals: whole(0, 12),
  direction: oneOf(['INCREASE', 'DECREASE', 'TOWARDS', 'NONE']),
  reportedCases: flag,
  centresIn: nullable(oneOf(['VALUE', 'NUMERATOR', 'DENOMINATOR', 'ELSEWHERE'])),
  valueType: oneOf(['STOCK', 'FLOW', 'CUMULATIVE']),
  regionalMethod: oneOf(['SUM', 'MEAN', 'RATIO', 'WEIGHTED_MEAN', 'COUNT_YES']),
  sensitive: flag,
  thresholdBase: whole(1, 100),
  thresholdDetailed: whole(1, 100),
  min: nullable(decimal),
  max: nullable(decimal),
  whole: flag,
  breakdowns: list(oneOf(BREAKDOWN_DIMENSIONS), BREAKDOWN_DIMENSIONS.length),
  tableAxes: list(TABLE_AXIS, 2),
  sdgCode: nullable(text(20, NAME)),
  numeratorOf: nullable(text(40, COUNT)),
  denominatorOf: nullable(text(40, COUNT)),
  name: texts,
  definition: texts,
  stages: nullable(inLanguages(list(text(200), 10))),
  elements: list(ELEMENT, 20),
  sheet: inLanguages(record(SHEET_KEYS, text(4000))),
  position,
  benchmarks: list(BENCHMARK, 20),
  breaks: list(BREAK, 200),
});

const DOCUMENT = object({
  format: oneOf([FRAMEWORK_FORMAT]),
  actions: list(ACTION, 200),
  indicators: list(INDICATOR, 1000),
});

export type FrameworkTexts = Read<typeof texts>;
export type FrameworkAction = Read<typeof ACTION>;
export type FrameworkBenchmark = Read<typeof BENCHMARK>;
export type FrameworkBreak = Read<typeof BREAK>;
export type FrameworkElement = Read<typeof ELEMENT>;
export type FrameworkIndicator = Read<typeof INDICATOR>;
export type FrameworkDocument = Read<typeof DOCUMENT>;

export type ReadFramework =
  { document: FrameworkDocument; problems: [] } | { document: null; problems: FrameworkProblem[] };

/**
 * The one schema of the framework: what an export writes, an import reads and the editor sends. Every key is known and
 * there; numbers that are figures are exact text. Lists whose order says nothing come in a fixed order, so that
 * two equal frameworks are equal documents. Source: domain.md, Framework.
 */
export function readFramework(value: unknown): ReadFramework {
  const problems: FrameworkProblem[] = [];
  const read = DOCUMENT(value, '', problems);
  if (problems.length > 0) return { document: null, problems };
  return { document: { ...read, indicators: read.indicators.map(inOrder) }, problems: [] };
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
