import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import type { ActionKind } from '../../../graphql/enums.ts';
import type { Texts } from '../../../graphql/local-text.type.ts';
import type { ReportingOrganisation } from '../../../config/settings.ts';
import type { AreaRow } from '../../publication/public-rows.ts';
import type { ExportContext } from '../export-format.ts';
import type { ReleasedIndicator } from '../release-contents.ts';
import { rowSource, sourceLine } from '../row-source.ts';
import type { ReleasedRow } from '../released-rows.ts';
import type { ManyTexts } from '../sdmx/texts.ts';
import type { Framework, PlanRow } from './activity.reader.ts';
import { attributes, joined, narratives, toXml, withoutEnds, type Element } from './xml.ts';

export interface IatiContext extends ExportContext {
  organisation: ReportingOrganisation;
  framework: Framework;
  /** The countries the file is about. */
  countries: readonly AreaRow[];
  /** The catalog of this format, and that of the public pages, from which the words for an assessment are taken. */
  texts: ManyTexts;
  pages: ManyTexts;
  /** Words for how far something is. */
  levels: ManyTexts;
  /** Words for the codes of SDMX. */
  codes: ManyTexts;
  /** Does the activity cover several countries? Then each figure must name its country. */
  severalCountries: boolean;
}

/** 1 unit, 2 percentage, 4 ordinal, 5 qualitative (exchange.md 4). */
function measureOf({ kind, unit }: ReleasedIndicator): number {
  if (kind === 'BINARY') return 5;
  if (kind === 'MILESTONE') return 4;
  return unit === 'PT' ? 2 : 1;
}

/** 1 output: places, staff, training; 2 outcome: laws, standards, how cases are handled; 3 impact: indicators that are never scored. */
function typeOf({ kind, direction }: ReleasedIndicator, action: ActionKind): number {
  if (kind !== 'NUMERIC') return 2;
  if (direction === 'NONE') return 3;
  return action === 'FINDING' ? 1 : 2;
}

/** What the parts of an indicator need to be written. */
interface Told extends IatiContext {
  indicator: ReleasedIndicator;
  measure: number;
}

/** One indicator of an action with everything that a release says about it, in pieces. Hidden cells are left out entirely. */
export function* result(
  indicator: ReleasedIndicator,
  action: ActionKind,
  rows: readonly ReleasedRow[],
  plans: readonly PlanRow[],
  context: IatiContext,
): Generator<string> {
  const told = { ...context, indicator, measure: measureOf(indicator) };
  yield withoutEnds(toXml('result', resultHead(action, plans, told)), 2);
  for (const period of periods(rows, plans, told)) yield `${toXml('period', period, '    ')}\n`;
  yield '  </indicator>\n</result>\n';
}

function resultHead(action: ActionKind, plans: readonly PlanRow[], told: Told): Element {
  const { indicator, measure, texts, origin, release } = told;
  const { direction, code, sdgCode } = indicator;
  const adds = measure === 1 && told.framework.additive.includes(code) ? 1 : 0;
  const isOpen = direction === 'NONE' || direction === 'TOWARDS';
  const page = `${origin}/en/indicators/${code}`;
  const title = narratives(indicator.name);
  return {
    ...attributes({ type: typeOf(indicator, action), 'aggregation-status': adds }),
    title,
    'document-link': documentLink(`${page}?release=${release.number}`, texts.of('page')),
    indicator: {
      ...attributes({
        measure,
        ascending: isOpen ? null : Number(direction === 'INCREASE'),
        'aggregation-status': adds,
      }),
      title,
      description: narratives(
        joined([indicator.definition, isOpen ? texts.of('direction', direction) : null]),
      ),
      reference: [
        attributes({ vocabulary: 99, code, 'indicator-uri': page }),
        sdgCode === null
          ? null
          : attributes({
              vocabulary: 9,
              code: sdgCode,
              'indicator-uri': 'https://unstats.un.org/sdgs/metadata/',
            }),
      ],
      baseline: plans.map((plan) => baselineOf(plan, told)),
    },
  };
}

function baselineOf(plan: PlanRow, told: Told): Element | null {
  const { baselineYear: year, baselineValue: value, baselineSource: source } = plan;
  if (year === null || value === null) return null;
  return {
    ...attributes({ year, 'iso-date': `${String(year)}-12-31`, value: valued(value, told) }),
    location: location(plan.area, told),
    comment: comment([
      answerText(value, told),
      sourceText({ source, sourceText: null, body: null }, told),
    ]),
  };
}

/** One after the other: the elements of all years of an indicator together would take much memory. */
function* periods(
  rows: readonly ReleasedRow[],
  plans: readonly PlanRow[],
  told: Told,
): Generator<Element> {
  const targets = plans.flatMap((plan) => plan.points.map((point) => ({ plan, ...point })));
  const reported = Map.groupBy(
    rows.filter((row) => row.value !== null),
    ({ year }) => year,
  );
  const years = new Set([...reported.keys(), ...targets.map(({ year }) => year)]);
  for (const year of [...years].sort((a, b) => a - b))
    yield {
      'period-start': attributes({ 'iso-date': `${String(year)}-01-01` }),
      'period-end': attributes({ 'iso-date': `${String(year)}-12-31` }),
      target: targets
        .filter((target) => target.year === year)
        .map(({ plan, value }) => targetOf(plan, value, told)),
      actual: (reported.get(year) ?? []).map((row) => actualOf(row, told)),
    };
}

const targetOf = (plan: PlanRow, value: string, told: Told): Element => ({
  ...attributes({ value: valued(value, told) }),
  location: location(plan.area, told),
  comment: comment([
    answerText(value, told),
    told.texts.of('target', plan.reference ? 'REFERENCE' : 'ADOPTED'),
    plan.citation,
  ]),
});

function actualOf(row: ReleasedRow, told: Told): Element {
  const { value, word, status, obsStatus, period } = row;
  const { texts, levels, pages, codes, contents } = told;
  const url = row.source === null ? null : contents.sources.get(row.source)?.url;
  return {
    ...attributes({ value: value && valued(value, told) }),
    location: location(row.area, told),
    dimension: BREAKDOWN_DIMENSIONS.filter((name) => row[name] !== '_T').map((name) =>
      attributes({ name, value: row[name] }),
    ),
    comment: comment([
      value === null ? null : answerText(value, told),
      ...factOf(row, told),
      word && texts.of(row.basis === null ? 'howFar' : 'howFarLaw'),
      word && coded(levels.of('word', word), word),
      status && texts.of('assessment'),
      status && coded(pages.of('status', status), status),
      obsStatus === 'A' ? null : sentence(codes.of('codes', 'CL_OBS_STATUS', obsStatus)),
      period === null ? null : sentence({ en: period }),
      sourceText(row, told),
      row.note,
    ]),
    'document-link': url && documentLink(url, texts.of('sourceDocument')),
  };
}

/** What an element of a law has: its name, its stage in words, since when, by which article and on which basis. */
function factOf(
  { breakdown, value, factDate, provision, basis }: ReleasedRow,
  { indicator: { elements, stages }, pages }: Told,
): (Texts | null)[] {
  const element = elements.find(({ code }) => code === breakdown);
  if (!element) return [];
  const name = each(element.name, (text, lang) => {
    const word = stages?.[lang]?.[Number(value)];
    return word === undefined ? `${text}.` : `${text}: ${word}.`;
  });
  const facts = [factDate, provision].filter((text) => text !== null).join(', ');
  return [
    name,
    facts === '' ? null : sentence({ en: facts }),
    basis && coded(pages.of('law', basis), basis),
  ];
}

const each = (texts: Texts, write: (text: string, lang: string) => string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, write(text, lang)]));

/** The word, with the code for programs after it. */
const coded = (texts: Texts, code: string) => each(texts, (text) => `${text} (${code}).`);

const sentence = (texts: Texts) => each(texts, (text) => `${text}.`);

/** Null instead of a comment without text. */
function comment(parts: readonly (Texts | null)[]): Element | null {
  const texts = joined(parts);
  return Object.values(texts).some((text) => text !== '') ? narratives(texts) : null;
}

/** IATI has no value for a yes or no: the answer is given in words. */
const valued = (value: string, { measure }: Told) => (measure === 5 ? null : value);
const answerText = (value: string, { measure, texts }: Told) =>
  measure === 5 ? texts.of('answer', value === '0' ? 'NO' : 'YES') : null;

function location(area: string, { severalCountries, contents }: Told): Element | null {
  const iso2 = contents.areas.get(area)?.iso2;
  return severalCountries && iso2 ? attributes({ ref: iso2 }) : null;
}

function sourceText(row: Parameters<typeof rowSource>[0], { contents }: Told): Texts | null {
  const source = rowSource(row, contents);
  return source && each(sourceLine(source), (line) => `${line}. (${source.licence})`);
}

/** A08 is IATI's category for results, outcomes and outputs. */
export const documentLink = (url: string, title: Texts): Element => ({
  ...attributes({ url, format: 'text/html' }),
  title: narratives(title),
  category: attributes({ code: 'A08' }),
});
