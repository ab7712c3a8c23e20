import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION, SHEET_KEYS, isTotalPart, TOTAL, type Part } from '@qadam/domain';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { exact, isTotal, sameCell } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { IndicatorPage } from './indicator-page.type.ts';
import { toElements, toLaw } from './laws.ts';
import { areasOf, eventBuilder, toArea } from './page-parts.ts';
import {
  areas,
  assessments,
  breaks,
  describedIndicators,
  documents,
  events,
  laws,
  orNone,
  plainFields,
  sources,
  targetPoints,
} from './public-rows.ts';
import { releaseDay } from './release-day.ts';
import { readRelease } from './release.reader.ts';
import { seriesOf } from './series.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { localized, pickStages } from './texts.ts';
import { loadCatalog, type Catalogs } from '@qadam/i18n';
import type { PartName } from './indicator.type.ts';

const eb = expressionBuilder<PublicTables>();

/**
 * The rows of a release with the release they began in, and what stood in their place before; of a hidden one nothing, not
 * even that.
 */
const values = (at: number, code: string) =>
  eb
    .selectFrom(rowsAsOf('value', at).as('t'))
    .innerJoin('publication.release as b', 'b.sequence', 't.from_release')
    .leftJoin('publication.tombstone as w', (on) => on.on(sameCell('w', 't')))
    .leftJoin(rowsAsOf('source', at).as('s'), 's.id', 't.source')
    .leftJoin(rowsAsOf('body', at).as('o'), 'o.code', 't.body')
    .select(['t.area', 't.year', 't.sex', 't.age', 't.urbanisation', 't.region', 't.breakdown'])
    .select((['value', 'numerator', 'denominator'] as const).map(orNone))
    .select(['t.obs_status as obsStatus', 't.missing_reason as missingReason', 't.source'])
    .select(['t.source_text as sourceText', 'o.names as bodyNames', 't.period', 't.provision'])
    .select(['t.fact_date as factDate', 't.basis', 't.note', 't.via', 't.revision', 't.reason'])
    .select(['t.submitted_on as submittedOn', 't.approved_on as approvedOn', 'b.number as since'])
    .select([
      releaseDay(sql.ref('b.published_at')).as('sinceOn'),
      releaseDay(sql.ref('w.withdrawn_at')).$castTo<string | null>().as('withdrawnOn'),
      sql<boolean>`s.kind is distinct from 'MEDIA'`.as('assessable'),
      jsonArrayFrom(
        eb
          .selectFrom('publication.value as e')
          .innerJoin('publication.release as f', 'f.sequence', 'e.from_release')
          .select(['f.number as release', releaseDay(sql.ref('f.published_at')).as('publishedOn')])
          .select([exact<string | null>('e.value').as('value'), 'e.obs_status as obsStatus'])
          .where(sameCell('e', 't'))
          .where(
            sql<boolean>`e.from_release < t.from_release and t.obs_status <> 'Q'
              and (e.value, e.obs_status) is distinct from (t.value, t.obs_status)`,
          )
          .orderBy('e.from_release'),
      ).as('earlier'),
    ])
    .where('t.indicator', '=', code)
    .orderBy('t.area')
    .orderBy('t.year')
    .orderBy('t.sex')
    .orderBy('t.age')
    .orderBy('t.urbanisation')
    .orderBy('t.region')
    .orderBy('t.breakdown');

/** The newest value of each area. A hidden newest year is not passed over for an older one. */
const latest = (at: number) =>
  eb
    .selectFrom(
      eb
        .selectFrom(rowsAsOf('value', at).as('v'))
        .distinctOn('v.area')
        .select(['v.area', 'v.year', 'v.value'])
        .where('v.indicator', '=', sql.ref<string>('l.indicator'))
        .where(isTotal('v'))
        .where((eb) => eb.or([eb('v.value', 'is not', null), eb('v.obs_status', '=', 'Q')]))
        .orderBy('v.area')
        .orderBy('v.year', 'desc')
        .as('n'),
    )
    .innerJoin(rowsAsOf('area', at).as('a'), 'a.code', 'n.area')
    .select(['n.area', 'n.year', exact('n.value').as('value')])
    .where('n.value', 'is not', null)
    .orderBy('a.position');

/** Other indicators of the same actions. */
const related = (at: number, code: string) =>
  eb
    .selectFrom(rowsAsOf('action_indicator', at).as('l'))
    .innerJoin(rowsAsOf('indicator', at).as('i'), 'i.code', 'l.indicator')
    .select(['l.action', 'l.indicator', 'l.role', 'i.name', 'i.kind', 'i.decimals', 'i.unit'])
    .select(jsonArrayFrom(latest(at)).as('latest'))
    .where('l.action', 'in', (eb) =>
      eb
        .selectFrom(rowsAsOf('action_indicator', at).as('x'))
        .select('x.action')
        .where('x.indicator', '=', code),
    )
    .where('l.indicator', '<>', code)
    .orderBy('l.action')
    .orderBy('l.position');

function readPage(em: EntityManager, at: number, code: string) {
  const namedBy = (table: 'value' | 'event' | 'alternative' | 'series_break' | 'benchmark') =>
    eb
      .selectFrom(rowsAsOf(table, at).as('x'))
      .select(sql<string>`x.source`.as('source'))
      .where(sql<boolean>`x.indicator = ${code}`);
  return publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(areas(at)).as('areas'),
      jsonObjectFrom(
        describedIndicators(at)
          .select(['t.value_type as valueType', 't.regional_method as regionalMethod'])
          .select([exact('t.multiplier').as('multiplier'), orNone('min'), orNone('max')])
          .select(['t.sensitive', 't.breakdowns', 't.sheet'])
          .select(plainFields)
          .where('t.code', '=', code),
      ).as('indicator'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('action_indicator', at).as('l'))
          .innerJoin(rowsAsOf('action', at).as('a'), 'a.code', 'l.action')
          .select(['a.code', 'a.title', 'l.role'])
          .where('l.indicator', '=', code)
          .orderBy('a.position'),
      ).as('actions'),
      jsonArrayFrom(related(at, code)).as('related'),
      jsonArrayFrom(values(at, code)).as('values'),
      jsonArrayFrom(
        targetPoints(at)
          .select([
            't.version',
            't.baseline_year as baselineYear',
            exact<string | null>('t.baseline_value').as('baselineValue'),
          ])
          .select(['t.baseline_source as baselineSource', 't.path', 't.citation', 't.rationale'])
          .select([exact('t.tolerance').as('tolerance'), 't.confirmed_on as confirmedOn'])
          .where('t.indicator', '=', code),
      ).as('targets'),
      jsonArrayFrom(
        assessments(at).where('t.kind', '=', 'INDICATOR').where('t.subject', '=', code),
      ).as('assessments'),
      jsonArrayFrom(laws(at).where('t.indicator', '=', code)).as('laws'),
      jsonArrayFrom(breaks(at).where('t.indicator', '=', code)).as('breaks'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('alternative', at).as('t'))
          .select(['t.area', 't.year', exact('t.value').as('value'), 't.source'])
          .select(['t.note', 't.chosen'])
          .where('t.indicator', '=', code)
          .orderBy('t.year')
          .orderBy('t.source'),
      ).as('alternatives'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('withheld', at).as('t'))
          .select(['t.area', 't.year', 't.face'])
          .where('t.indicator', '=', code)
          .orderBy('t.year')
          .orderBy('t.face'),
      ).as('withheld'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('benchmark', at).as('t'))
          .select(['t.id', exact('t.value').as('value'), orNone('per'), 't.kind', 't.sense'])
          .select(['t.label', 't.citation', 't.url'])
          .where('t.indicator', '=', code)
          .orderBy('t.id'),
      ).as('benchmarks'),
      jsonArrayFrom(events(at).where('t.indicator', '=', code)).as('events'),
      jsonArrayFrom(documents(at).where('t.indicator', '=', code)).as('documents'),
      jsonArrayFrom(
        sources(at).where(
          't.id',
          'in',
          namedBy('value')
            .union(namedBy('event'))
            .union(namedBy('alternative'))
            .union(namedBy('series_break'))
            .union(namedBy('benchmark'))
            .union(
              eb
                .selectFrom(rowsAsOf('target', at).as('x'))
                .select((eb) => eb.ref('x.baseline_source').$notNull().as('source'))
                .where('x.indicator', '=', code),
            ),
        ),
      ).as('sources'),
    ])
    .executeTakeFirstOrThrow();
}

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
  const read = await readPage(em, release.sequence, code);
  const { indicator } = read;
  if (!indicator) return null;
  const isLaw = indicator.kind === 'MILESTONE';
  const shown = areasOf(indicator.scope, read.areas).map((area) => area.code);
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
      : shown.map((area) =>
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
            areas: shown,
            laws: read.laws,
            assessments: read.assessments,
            year: release.asOfYear,
            lang,
          },
        )
      : null,
    parts: isLaw ? [] : await partNames(read.values, lang),
    benchmarks: read.benchmarks.map((benchmark) => localized(benchmark, lang, 'label', 'citation')),
    events: read.events.map(eventBuilder([indicator], lang)),
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

const lists = { region: 'CL_AREA', breakdown: 'CL_BREAKDOWN' } as const;

/** The regions and groups that values stand for, in the words of the code lists we publish; one without words keeps its code. */
async function partNames(values: readonly Part[], lang: Language): Promise<PartName[]> {
  const parted = values.filter((value) => !isTotalPart(value));
  if (parted.length === 0) return [];
  const { codes } = (await loadCatalog(lang, 'sdmx')) as Catalogs['sdmx'];
  return (['region', 'breakdown'] as const).flatMap((dimension) => {
    const words: Readonly<Record<string, string>> = codes[lists[dimension]];
    return [...new Set(parted.map((part) => part[dimension]))]
      .filter((code) => code !== TOTAL)
      .sort()
      .map((code) => {
        const text = words[code];
        return {
          code,
          name: text === undefined ? { lang: 'en' as const, text: code } : { lang, text },
        };
      });
  });
}
