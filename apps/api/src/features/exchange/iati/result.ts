import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import type { Texts } from '../../../graphql/local-text.type.ts';
import type { ReleaseContents, ReleasedIndicator } from '../release-contents.ts';
import { rowSource, sourceLine } from '../row-source.ts';
import type { ReleasedRow } from '../released-rows.ts';
import type { ManyTexts } from '../sdmx/texts.ts';
import type { PlanRow } from './activity.reader.ts';
import { attributes, joined, narratives, type Element } from './xml.ts';

export interface ResultContext {
  contents: ReleaseContents;
  /** Catalogs: of this format, and of the pages, whose words for an assessment are used. */
  texts: ManyTexts;
  pages: ManyTexts;
  /** Words for how far something is. */
  levels: ManyTexts;
  /** Words for the codes of SDMX. */
  codes: ManyTexts;
  origin: string;
  release: string;
  additive: ReadonlySet<string>;
  /** Does the activity cover several countries, so that each figure must say which is meant? */
  severalCountries: boolean;
}

type Kind = 'PRIORITY' | 'FINDING';

/** 1 unit, 2 percentage, 4 ordinal, 5 qualitative (exchange.md 4). */
function measureOf({ kind, unit }: ReleasedIndicator): number {
  if (kind === 'BINARY') return 5;
  if (kind === 'MILESTONE') return 4;
  return unit === 'PT' ? 2 : 1;
}

/** 1 output: places, staff, training; 2 outcome: laws, standards, how cases are handled; 3 impact: what is never scored. */
function typeOf({ kind, direction }: ReleasedIndicator, action: Kind): number {
  if (kind !== 'NUMERIC') return 2;
  if (direction === 'NONE') return 3;
  return action === 'FINDING' ? 1 : 2;
}

/** One indicator of an action with everything that a release says of it. A hidden cell leaves no trace here. */
export function resultOf(
  indicator: ReleasedIndicator,
  action: Kind,
  rows: readonly ReleasedRow[],
  plans: readonly PlanRow[],
  context: ResultContext,
): Element {
  const measure = measureOf(indicator);
  const adds = measure === 1 && context.additive.has(indicator.code) ? 1 : 0;
  const { direction, code, name, sdgCode } = indicator;
  const page = `${context.origin}/en/indicators/${code}?release=${context.release}`;
  const title = { title: narratives(name) };
  return {
    ...attributes({ type: typeOf(indicator, action), 'aggregation-status': adds }),
    ...title,
    'document-link': documentLink(page, context.texts.of('page')),
    indicator: {
      ...attributes({
        measure,
        ...(direction === 'INCREASE' ? { ascending: 1 } : {}),
        ...(direction === 'DECREASE' ? { ascending: 0 } : {}),
        'aggregation-status': adds,
      }),
      ...title,
      description: narratives(
        joined([
          indicator.definition,
          ...(direction === 'NONE' || direction === 'TOWARDS'
            ? [context.texts.of('direction', direction)]
            : []),
        ]),
      ),
      reference: [
        attributes({
          vocabulary: 99,
          code,
          'indicator-uri': `${context.origin}/en/indicators/${code}`,
        }),
        ...(sdgCode === null
          ? []
          : [
              attributes({
                vocabulary: 9,
                code: sdgCode,
                'indicator-uri': 'https://unstats.un.org/sdgs/metadata/',
              }),
            ]),
      ],
      ...some(
        'baseline',
        plans.flatMap((plan) => baselineOf(plan, measure, context)),
      ),
      ...some('period', periods(indicator, rows, plans, measure, context)),
    },
  };
}

const some = (name: string, elements: readonly Element[]): Element =>
  elements.length === 0 ? {} : { [name]: elements };

function baselineOf(plan: PlanRow, measure: number, context: ResultContext): Element[] {
  const { baselineYear: year, baselineValue: value, area } = plan;
  if (year === null || value === null) return [];
  return [
    {
      ...attributes({ year, 'iso-date': `${String(year)}-12-31`, ...valued(value, measure) }),
      ...location(area, context),
      ...commented([
        ...answerText(value, measure, context),
        ...sourceText({ source: plan.baselineSource, sourceText: null, body: null }, context),
      ]),
    },
  ];
}

function periods(
  indicator: ReleasedIndicator,
  rows: readonly ReleasedRow[],
  plans: readonly PlanRow[],
  measure: number,
  context: ResultContext,
): Element[] {
  const reported = rows.filter((row) => row.value !== null);
  const years = new Set([
    ...reported.map(({ year }) => year),
    ...plans.flatMap(({ points }) => points.map(({ year }) => year)),
  ]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      'period-start': attributes({ 'iso-date': `${String(year)}-01-01` }),
      'period-end': attributes({ 'iso-date': `${String(year)}-12-31` }),
      ...some(
        'target',
        plans.flatMap((plan) => targetsOf(plan, year, measure, context)),
      ),
      ...some(
        'actual',
        reported
          .filter((row) => row.year === year)
          .map((row) => actualOf(row, indicator, measure, context)),
      ),
    }));
}

function targetsOf(
  plan: PlanRow,
  year: number,
  measure: number,
  context: ResultContext,
): Element[] {
  return plan.points
    .filter((point) => point.year === year)
    .map(({ value }) => ({
      ...attributes(valued(value, measure)),
      ...location(plan.area, context),
      ...commented([
        ...answerText(value, measure, context),
        context.texts.of('target', plan.reference ? 'REFERENCE' : 'ADOPTED'),
        ...(plan.citation === null ? [] : [plan.citation]),
      ]),
    }));
}

function actualOf(
  row: ReleasedRow,
  indicator: ReleasedIndicator,
  measure: number,
  context: ResultContext,
): Element {
  const { value } = row;
  const url = row.source === null ? null : (context.contents.sources.get(row.source)?.url ?? null);
  return {
    ...attributes(value === null ? {} : valued(value, measure)),
    ...location(row.area, context),
    ...some(
      'dimension',
      BREAKDOWN_DIMENSIONS.filter((name) => row[name] !== '_T').map((name) =>
        attributes({ name, value: row[name] }),
      ),
    ),
    ...commented([
      ...(value === null ? [] : answerText(value, measure, context)),
      ...factOf(row, indicator, context),
      ...(row.word === null
        ? []
        : [
            context.texts.of(row.basis === null ? 'howFar' : 'howFarLaw'),
            coded(context.levels.of('word', row.word), row.word),
          ]),
      ...(row.status === null
        ? []
        : [
            context.texts.of('assessment'),
            coded(context.pages.of('status', row.status), row.status),
          ]),
      ...(row.obsStatus === 'A'
        ? []
        : [sentence(context.codes.of('codes', 'CL_OBS_STATUS', row.obsStatus))]),
      ...(row.period === null ? [] : [sentence({ en: row.period })]),
      ...sourceText(row, context),
      ...(row.note === null ? [] : [row.note]),
    ]),
    ...(url === null
      ? {}
      : { 'document-link': documentLink(url, context.texts.of('sourceDocument')) }),
  };
}

/** Of an element of a law: what it is, its stage in words, since when and by which article. */
function factOf(
  { breakdown, value, factDate, provision, basis }: ReleasedRow,
  { elements, stages }: ReleasedIndicator,
  { pages }: ResultContext,
): Texts[] {
  const element = elements.find(({ code }) => code === breakdown);
  if (!element) return [];
  const stage = (lang: string) => stages?.[lang]?.[Number(value)];
  const name = Object.fromEntries(
    Object.entries(element.name).map(([lang, text]) => {
      const word = stage(lang);
      return [lang, word === undefined ? `${text}.` : `${text}: ${word}.`];
    }),
  );
  const facts = [factDate, provision].filter((text) => text !== null).join(', ');
  return [
    name,
    ...(facts === '' ? [] : [sentence({ en: facts })]),
    ...(basis === null ? [] : [coded(pages.of('law', basis), basis)]),
  ];
}

/** The word, and the code that programs go by. */
const coded = (texts: Texts, code: string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, `${text} (${code}).`]));

/** A blank comment is none. */
function commented(parts: readonly Texts[]): Element {
  const texts = joined(parts);
  return Object.values(texts).some((text) => text !== '') ? { comment: narratives(texts) } : {};
}

const sentence = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, `${text}.`]));

/** A yes or no has no value in IATI; words say it. */
const valued = (value: string, measure: number): { value?: string } =>
  measure === 5 ? {} : { value };
const answerText = (value: string, measure: number, { texts }: ResultContext) =>
  measure === 5 ? [texts.of('answer', value === '0' ? 'NO' : 'YES')] : [];

const location = (area: string, { severalCountries, contents }: ResultContext): Element => {
  const iso2 = contents.areas.get(area)?.iso2;
  return severalCountries && iso2 ? { location: attributes({ ref: iso2 }) } : {};
};

function sourceText(row: Parameters<typeof rowSource>[0], { contents }: ResultContext): Texts[] {
  const source = rowSource(row, contents);
  if (source === null) return [];
  return [
    Object.fromEntries(
      Object.entries(sourceLine(source)).map(([lang, line]) => [
        lang,
        `${line}. (${source.licence})`,
      ]),
    ),
  ];
}

/** A08: results, outcomes and outputs. */
export const documentLink = (url: string, title: Texts): Element => ({
  ...attributes({ url, format: 'text/html' }),
  title: narratives(title),
  category: attributes({ code: 'A08' }),
});
