import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION, strongestRole } from '@qadam/domain';
import { isTotal } from '../../database/cell-columns.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type {
  ComparedIndicator,
  ComparedSeries,
  ComparedTarget,
  Comparison,
} from './comparison.type.ts';
import { indicatorCell } from './cells.ts';
import { byCell } from './by-cell.ts';
import { areasOf, toArea, toIndicator } from './page-parts.ts';
import {
  type ActionRow,
  ACTIONS,
  type AreaRow,
  AREAS,
  ASSESSMENT_FIELDS,
  type AssessmentRowOf,
  bodyOf,
  INDICATOR_FIELDS,
  type IndicatorRowOf,
  INDICATORS,
  type LinkRow,
  LINKS,
  type PointRow,
  points,
} from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import { sharesOf } from './shares.ts';
import { rows, standing } from './standing.ts';
import { localized } from './texts.ts';

/** As many as can be read beside one another. */
const MOST_COMPARED = 4;
/** What is shown before anything was chosen. */
const FIRST = 2;

interface Offer {
  areas: AreaRow[];
  actions: ActionRow[];
  links: LinkRow[];
  indicators: IndicatorRowOf[];
  known: { indicator: string; areas: number; values: number }[];
}

const KNOWN = `(select v.indicator, count(distinct v.area)::int as areas, count(*)::int as values
  from (select t.* from ${standing('value')} t where ${isTotal('t')} and t.value is not null) v group by v.indicator)`;

const OFFER = `with at as (select ?::int as release)
  select ${AREAS} as areas, ${ACTIONS} as actions, ${LINKS} as links, ${INDICATORS} as indicators,
    ${rows({ from: KNOWN, fields: 'indicator areas values' })} as known`;

interface Read {
  indicators: (IndicatorRowOf & { definition: Texts })[];
  assessments: AssessmentRowOf[];
  points: PointRow[];
  targets: (ComparedTarget & { indicator: string; area: string; tolerance: string })[];
  breaks: {
    indicator: string;
    area: string;
    year: number;
    kind: string;
    note: Texts;
    source: string | null;
  }[];
}

const CHOSEN = `(select jsonb_array_elements_text(codes) from at)`;
const OWN = `t.indicator in ${CHOSEN}`;
const SERIES = `with at as (select ?::int as release, ?::jsonb as codes)
  select ${rows({ from: standing('indicator'), fields: `${INDICATOR_FIELDS} definition`, where: `t.code in ${CHOSEN}` })} as indicators,
    ${rows({ from: standing('assessment'), fields: ASSESSMENT_FIELDS, where: `t.kind = 'INDICATOR' and t.subject in ${CHOSEN}` })} as assessments,
    ${points(OWN)} as points,
    ${rows({ from: standing('target'), fields: 'indicator area baselineYear #baselineValue path points #tolerance reference', where: OWN })} as targets,
    ${rows({ from: standing('series_break'), fields: 'indicator area year kind note source', where: OWN, order: 't.year' })} as breaks`;

/** Up to four indicators side by side, each with the way it has gone, and everything else that could stand beside them. */
export async function readComparison(
  em: EntityManager,
  asked: readonly string[],
  lang: Language,
  number?: string | null,
): Promise<Comparison | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const [offer] = await em.execute<Offer[]>(OFFER, [release.sequence]);
  if (!offer) return null;
  const codes = chosen(offer, asked);
  const [read] = await em.execute<Read[]>(SERIES, [release.sequence, JSON.stringify(codes)]);
  if (!read) return null;
  const knownAreas = new Map(offer.known.map(({ indicator, areas }) => [indicator, areas]));
  const current = release.methodVersion === METHOD_VERSION;
  return {
    release,
    areas: offer.areas.map((area) => toArea(area, lang)),
    actions: offer.actions.map(({ code, title }) => ({ code, title: pickText(title, lang) })),
    choices: offer.indicators.filter(hasSeries).map(({ code, name, kind }) => ({
      code,
      name: pickText(name, lang),
      kind,
      role: roleOf(code, offer.links),
      action: offer.links.find(({ indicator }) => indicator === code)?.action ?? null,
      known: knownAreas.get(code) ?? 0,
    })),
    indicators: codes.flatMap((code) => compared(code, offer, read, lang, current) ?? []),
  };
}

/** A law is a matrix of elements: it has no series to stand beside another. */
const hasSeries = ({ kind }: IndicatorRowOf): boolean => kind !== 'MILESTONE';

/** Those asked for that the release has, in the order they were asked for; else those that most areas report. */
function chosen({ indicators, links, known }: Offer, asked: readonly string[]): string[] {
  const exists = new Set(indicators.filter(hasSeries).map(({ code }) => code));
  const wanted = [...new Set(asked)].filter((code) => exists.has(code));
  if (wanted.length > 0) return wanted.slice(0, MOST_COMPARED);
  const weight = new Map(known.map(({ indicator, areas, values }) => [indicator, [areas, values]]));
  const of = (code: string, at: 0 | 1) => weight.get(code)?.[at] ?? 0;
  return indicators
    .filter(({ code, kind }) => kind === 'NUMERIC' && roleOf(code, links) !== 'CONTEXT')
    .map(({ code }) => code)
    .sort((a, b) => of(b, 0) - of(a, 0) || of(b, 1) - of(a, 1))
    .slice(0, FIRST);
}

function roleOf(code: string, links: readonly LinkRow[]): LinkRow['role'] {
  return strongestRole(links.filter(({ indicator }) => indicator === code).map(({ role }) => role));
}

function compared(
  code: string,
  offer: Offer,
  read: Read,
  lang: Language,
  current: boolean,
): ComparedIndicator | undefined {
  const indicator = read.indicators.find((row) => row.code === code);
  if (!indicator) return undefined;
  const assessment = byCell(read.assessments, (row) => row.subject);
  const observed = byCell(read.points, (row) => row.indicator);
  const targets = byCell(read.targets, (row) => row.indicator);
  const breaks = byCell(read.breaks, (row) => row.indicator);
  return {
    indicator: toIndicator(indicator, lang),
    definition: pickText(indicator.definition, lang),
    role: roleOf(code, offer.links),
    series: areasOf(indicator.scope, offer.areas).map(({ code: area }): ComparedSeries => {
      const values = observed(code, area);
      const cell = indicatorCell(area, indicator.kind, assessment(code, area)[0], values);
      const target = targets(code, area)[0] ?? null;
      const cuts = breaks(code, area);
      const shares = sharesOf({ indicator, cell, values, target, breaks: cuts, current });
      return {
        cell,
        points: values.map(({ year, value, status, missingReason }) => ({
          year,
          value,
          status,
          missingReason,
          progress: shares.get(year) ?? null,
        })),
        target,
        breaks: cuts.map((row) => localized(row, lang, 'note')),
        bodies: unique(values.map((point) => bodyOf(point, lang))),
        licences: unique(values.map(({ licence }) => licence)),
      };
    }),
  };
}

const unique = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.flatMap((text) => text ?? [])),
];
