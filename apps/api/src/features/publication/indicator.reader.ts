import type { EntityManager } from '@mikro-orm/postgresql';
import { SHEET_KEYS } from '@qadam/domain';
import { pickText, type Language } from '../../graphql/local-text.type.ts';
import type { Benchmark } from './benchmark.type.ts';
import { documents, type DocumentRow } from './documents.ts';
import type { IndicatorPage } from './indicator-page.type.ts';
import type { Indicator } from './indicator.type.ts';
import { areasOf, toArea, toEvent } from './page-parts.ts';
import {
  AREAS,
  ASSESSMENT_FIELDS,
  INDICATOR_FIELDS,
  events,
  sources,
  type AreaRow,
  type EventRow,
  type IndicatorRowOf,
  type Texts,
} from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import { seriesOf, type SeriesParts } from './series.ts';
import type { Source } from './source.type.ts';
import { rows, standing } from './standing.ts';
import { localized, pickStages } from './texts.ts';

interface FullIndicator extends IndicatorRowOf {
  valueType: Indicator['valueType'];
  regionalMethod: string;
  multiplier: string;
  min: string | null;
  max: string | null;
  sensitive: boolean;
  sdgCode: string | null;
  breakdowns: string[];
  definition: Texts;
  sheet: Record<string, Record<string, string>>;
}

interface Read extends SeriesParts {
  areas: AreaRow[];
  indicators: FullIndicator[];
  actions: { code: string; title: Texts; role: 'HEADLINE' | 'SUPPORTING' | 'CONTEXT' }[];
  benchmarks: (Omit<Benchmark, 'label' | 'citation'> & { label: Texts; citation: Texts })[];
  events: EventRow[];
  documents: DocumentRow[];
  sources: Source[];
}

const CODE = `(select code from at)`;
const OWN = `t.indicator = ${CODE}`;
const named = (table: string, column: string) =>
  `select x.${column} from ${standing(table)} x where x.indicator = ${CODE}`;

const VALUE_FIELDS = `area year sex age urbanisation region breakdown #value #numerator #denominator obsStatus missingReason source sourceText
  note via submittedOn approvedOn revision withdrawnOn`;

/** Hidden like any other, and named as withdrawn for safety where it was. */
const VALUES = `(select v.*, to_char(w.withdrawn_at at time zone 'UTC', 'YYYY-MM-DD') as withdrawn_on from ${standing('value')} v
  left join publication.tombstone w using (indicator, area, year, sex, age, urbanisation, region, breakdown))`;

const SQL = `with at as (select ?::int as release, ?::text as code)
  select ${AREAS} as areas,
    ${rows({
      from: standing('indicator'),
      fields: `${INDICATOR_FIELDS} valueType regionalMethod #multiplier #min #max sensitive sdgCode breakdowns definition sheet`,
      where: `t.code = ${CODE}`,
    })} as indicators,
    ${rows({
      from: `(select a.code, a.title, l.role, a.position from ${standing('action_indicator')} l join ${standing('action')} a on a.code = l.action
        where l.indicator = ${CODE})`,
      fields: 'code title role',
      order: 't.position',
    })} as actions,
    ${rows({ from: VALUES, fields: VALUE_FIELDS, where: OWN, order: 't.area, t.year, t.sex, t.age, t.urbanisation, t.region, t.breakdown' })} as values,
    ${rows({
      from: standing('target'),
      fields:
        'area version baselineYear #baselineValue baselineSource path points #tolerance reference citation rationale confirmedOn',
      where: OWN,
    })} as targets,
    ${rows({ from: standing('assessment'), fields: ASSESSMENT_FIELDS, where: `t.level = 'INDICATOR' and t.subject = ${CODE}` })} as assessments,
    ${rows({ from: standing('series_break'), fields: 'area year kind note source', where: OWN, order: 't.year' })} as breaks,
    ${rows({ from: standing('alternative'), fields: 'area year #value source note chosen', where: OWN, order: 't.year, t.source' })} as alternatives,
    ${rows({ from: standing('withheld'), fields: 'area year face', where: OWN, order: 't.year, t.face' })} as withheld,
    ${rows({ from: standing('benchmark'), fields: 'id #value #per kind sense label citation url', where: OWN, order: 't.id' })} as benchmarks,
    ${events(OWN)} as events, ${documents(OWN)} as documents,
    ${sources(`t.id in (${named('value', 'source')} union ${named('event', 'source')} union ${named('alternative', 'source')}
      union ${named('series_break', 'source')} union ${named('target', 'baseline_source')} union ${named('benchmark', 'source')})`)} as sources`;

/** One indicator: every published value with its source, targets, benchmarks, breaks and competing figures. */
export async function readIndicator(
  em: EntityManager,
  code: string,
  lang: Language,
  number?: string | null,
): Promise<IndicatorPage | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const [read] = await em.execute<Read[]>(SQL, [release.sequence, code]);
  const indicator = read?.indicators[0];
  if (!read || !indicator) return null;
  return {
    release,
    areas: read.areas.map((area) => toArea(area, lang)),
    indicator: {
      ...localized(indicator, lang, 'name', 'unitText', 'definition'),
      stages: pickStages(indicator.stages, lang),
      sheet: sheet(indicator.sheet, lang),
    },
    actions: read.actions.map((action) => localized(action, lang, 'title')),
    series: areasOf(indicator.scope, read.areas).map(({ code: area }) =>
      seriesOf(area, read, lang),
    ),
    benchmarks: read.benchmarks.map((benchmark) => localized(benchmark, lang, 'label', 'citation')),
    events: read.events.map((event) => toEvent(event, lang)),
    documents: read.documents,
    sources: read.sources,
  };
}

/** The metadata sheet is kept by language; it is read entry by entry in its own order, each in the language it is there in. */
function sheet(byLanguage: Record<string, Record<string, string>>, lang: Language) {
  const keys = SHEET_KEYS.filter((key) =>
    Object.values(byLanguage).some((entries) => entries[key] !== undefined),
  );
  return keys.map((key) => ({
    key,
    text: pickText(
      Object.fromEntries(
        Object.entries(byLanguage).map(([code, entries]) => [code, entries[key] ?? '']),
      ),
      lang,
    ),
  }));
}
