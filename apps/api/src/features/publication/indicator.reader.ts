import type { EntityManager } from '@mikro-orm/postgresql';
import { BREAKDOWN_DIMENSIONS, METHOD_VERSION, SHEET_KEYS } from '@qadam/domain';
import { cellColumns, isTotal, partColumns } from '../../database/cell-columns.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { IndicatorRole, Language } from '../../graphql/enums.ts';
import type { Benchmark } from './benchmark.type.ts';
import type { PublicDocument } from './document.type.ts';
import { documents } from './documents.ts';
import type { IndicatorPage } from './indicator-page.type.ts';
import type { Indicator, LatestValue } from './indicator.type.ts';
import { laws, toElements, toLaw, type LawRow } from './laws.ts';
import { areasOf, eventTeller, toArea } from './page-parts.ts';
import {
  type AreaRow,
  AREAS,
  ASSESSMENT_FIELDS,
  type EventRow,
  events,
  type DescribedIndicator,
  describedIndicators,
  sources,
} from './public-rows.ts';
import { releaseDay } from './release-day.ts';
import { readRelease } from './release.reader.ts';
import { seriesOf, type SeriesParts } from './series.ts';
import type { Source } from './source.type.ts';
import { rows, standing } from './standing.ts';
import { partNames } from './part-names.ts';
import { localized, pickStages } from './texts.ts';

interface FullIndicator extends DescribedIndicator {
  valueType: Indicator['valueType'];
  regionalMethod: string;
  multiplier: string;
  min: string | null;
  max: string | null;
  sensitive: boolean;
  sdgCode: string | null;
  breakdowns: string[];
  sheet: Record<string, Record<string, string>>;
}

interface Read extends SeriesParts {
  areas: AreaRow[];
  indicators: FullIndicator[];
  laws: LawRow[];
  actions: { code: string; title: Texts; role: IndicatorRole }[];
  related: {
    action: string;
    indicator: string;
    name: Texts;
    role: IndicatorRole;
    kind: Indicator['kind'];
    decimals: number;
    unit: string;
    latest: LatestValue[];
  }[];
  benchmarks: (Omit<Benchmark, 'label' | 'citation'> & { label: Texts; citation: Texts })[];
  events: EventRow[];
  documents: PublicDocument[];
  sources: Source[];
}

const CODE = `(select code from at)`;
const OWN = `t.indicator = ${CODE}`;
const named = (table: string, column: string) =>
  `select x.${column} from ${standing(table)} x where x.indicator = ${CODE}`;

const VALUE_FIELDS = `area year ${BREAKDOWN_DIMENSIONS.join(' ')} #value #numerator #denominator obsStatus missingReason source sourceText
  bodyNames period factDate provision basis note via submittedOn approvedOn revision reason since sinceOn earlier withdrawnOn assessable`;

/** The rows of a release with the release they began in, and what stood in their place before; of a hidden one nothing, not even that. */
const VALUES = `(select v.*, b.number as since, ${releaseDay('b.published_at')} as since_on,
    o.names as body_names, s.kind is distinct from 'MEDIA' as assessable, ${releaseDay('w.withdrawn_at')} as withdrawn_on, coalesce((select jsonb_agg(jsonb_build_object('release', f.number,
    'publishedOn', ${releaseDay('f.published_at')}, 'value', trim_scale(e.value)::text, 'obsStatus', e.obs_status)
    order by e.from_release) from publication.value e join publication.release f on f.sequence = e.from_release
    where (${cellColumns('e')}) = (${cellColumns('v')})
      and e.from_release < v.from_release and v.obs_status <> 'Q' and (e.value, e.obs_status) is distinct from (v.value, v.obs_status)), '[]') as earlier
  from ${standing('value')} v join publication.release b on b.sequence = v.from_release
    left join publication.tombstone w using (${cellColumns()})
    left join ${standing('source')} s on s.id = v.source left join ${standing('body')} o on o.code = v.body where v.indicator = ${CODE})`;

/** The newest value of each area. A hidden newest year is not passed over for an older one. */
const LATEST = `coalesce((select jsonb_agg(jsonb_build_object('area', n.area, 'year', n.year, 'value', trim_scale(n.value)::text) order by a.position)
  from (select distinct on (v.area) v.area, v.year, v.value from ${standing('value')} v
    where v.indicator = l.indicator and ${isTotal('v')}
      and (v.value is not null or v.obs_status = 'Q') order by v.area, v.year desc) n join ${standing('area')} a on a.code = n.area where n.value is not null), '[]')`;

const SQL = `with at as (select ?::int as release, ?::text as code)
  select ${AREAS} as areas,
    ${describedIndicators(`t.code = ${CODE}`, 'valueType regionalMethod #multiplier #min #max sensitive sdgCode breakdowns sheet')} as indicators,
    ${rows({
      from: `(select a.code, a.title, l.role, a.position from ${standing('action_indicator')} l join ${standing('action')} a on a.code = l.action
        where l.indicator = ${CODE})`,
      fields: 'code title role',
      order: 't.position',
    })} as actions,
    ${rows({
      from: `(select l.action, l.indicator, l.role, l.position, i.name, i.kind, i.decimals, i.unit, ${LATEST} as latest
        from ${standing('action_indicator')} l join ${standing('indicator')} i on i.code = l.indicator
        where l.action in (${named('action_indicator', 'action')}) and l.indicator <> ${CODE})`,
      fields: 'action indicator name role kind decimals unit latest',
      order: 't.action, t.position',
    })} as related,
    ${rows({ from: VALUES, fields: VALUE_FIELDS, order: `t.area, t.year, ${partColumns('t')}` })} as values,
    ${rows({
      from: standing('target'),
      fields:
        'area version baselineYear #baselineValue baselineSource path points #tolerance reference citation rationale confirmedOn',
      where: OWN,
    })} as targets,
    ${rows({ from: standing('assessment'), fields: ASSESSMENT_FIELDS, where: `t.kind = 'INDICATOR' and t.subject = ${CODE}` })} as assessments,
    ${laws(OWN)} as laws,
    ${rows({ from: standing('series_break'), fields: 'area year kind note source', where: OWN, order: 't.year' })} as breaks,
    ${rows({ from: standing('alternative'), fields: 'area year #value source note chosen', where: OWN, order: 't.year, t.source' })} as alternatives,
    ${rows({ from: standing('withheld'), fields: 'area year face', where: OWN, order: 't.year, t.face' })} as withheld,
    ${rows({ from: standing('benchmark'), fields: 'id #value #per kind sense label citation url', where: OWN, order: 't.id' })} as benchmarks,
    ${events(OWN)} as events, ${documents(OWN)} as documents,
    ${sources(`t.id in (${named('value', 'source')} union ${named('event', 'source')} union ${named('alternative', 'source')}
      union ${named('series_break', 'source')} union ${named('target', 'baseline_source')} union ${named('benchmark', 'source')})`)} as sources`;

/**
 * One indicator: every published value with its source, targets, benchmarks, breaks and competing figures; a law as a matrix
 * of its elements instead.
 */
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
  const isLaw = indicator.kind === 'MILESTONE';
  const areas = areasOf(indicator.scope, read.areas).map((area) => area.code);
  return {
    release,
    areas: read.areas.map((area) => toArea(area, lang)),
    indicator: {
      ...localized(indicator, lang, 'name', 'unitText', 'definition'),
      stages: pickStages(indicator.stages, lang),
      elements: toElements(indicator.elements, lang),
      sheet: sheet(indicator.sheet, lang),
    },
    actions: read.actions.map((action) => localized(action, lang, 'title')),
    related: read.related.map((one) => localized(one, lang, 'name')),
    series: isLaw
      ? []
      : areas.map((area) =>
          seriesOf(area, read, indicator, {
            lang,
            current: release.methodVersion === METHOD_VERSION,
          }),
        ),
    law: isLaw
      ? toLaw(
          indicator,
          read.actions.map(({ role }) => role),
          {
            areas,
            laws: read.laws,
            assessments: read.assessments,
            year: release.asOfYear,
            lang,
          },
        )
      : null,
    parts: isLaw ? [] : await partNames(read.values, lang),
    benchmarks: read.benchmarks.map((benchmark) => localized(benchmark, lang, 'label', 'citation')),
    events: read.events.map(eventTeller(read.indicators, lang)),
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
