import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION, SHEET_KEYS, isTotalPart, TOTAL, type Part } from '@qadam/domain';
import { loadCatalog, type Catalogs } from '@qadam/i18n';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { by, exact, isTotal } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { Language } from '../../graphql/enums.ts';
import { elementIn } from '../../graphql/law-element.type.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { IndicatorPage, PartName } from './pages.type.ts';
import { toLaw } from './laws.ts';
import { areasOf, eventBuilder, localized, pickStages, toArea } from './page-parts.ts';
import * as rows from './public-rows.ts';
import type { Reading } from './release.reader.ts';
import { alternatives, seriesOf, targets, values, withheld } from './series.ts';
import { rowsAsOf } from './rows-as-of.ts';

const eb = expressionBuilder<PublicTables>();

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
    .$call(by('l.action', 'l.position'));

function readPage(em: EntityManager, at: number, code: string) {
  return publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(rows.areas(at)).as('areas'),
      jsonObjectFrom(
        rows
          .describedIndicators(at)
          .select(['t.value_type as valueType', 't.regional_method as regionalMethod'])
          .select([exact('t.multiplier').as('multiplier'), rows.orNone('min'), rows.orNone('max')])
          .select(['t.sensitive', 't.breakdowns', 't.sheet'])
          .select(rows.plainFields)
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
      jsonArrayFrom(targets(at, code)).as('targets'),
      jsonArrayFrom(
        rows.assessments(at).where('t.kind', '=', 'INDICATOR').where('t.subject', '=', code),
      ).as('assessments'),
      jsonArrayFrom(rows.laws(at).where('t.indicator', '=', code)).as('laws'),
      jsonArrayFrom(rows.breaks(at).where('t.indicator', '=', code)).as('breaks'),
      jsonArrayFrom(alternatives(at, code)).as('alternatives'),
      jsonArrayFrom(withheld(at, code)).as('withheld'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('benchmark', at).as('t'))
          .select(['t.id', exact('t.value').as('value'), rows.orNone('per'), 't.kind', 't.sense'])
          .select(['t.label', 't.citation', 't.url'])
          .where('t.indicator', '=', code)
          .orderBy('t.id'),
      ).as('benchmarks'),
      jsonArrayFrom(rows.events(at).where('t.indicator', '=', code)).as('events'),
      jsonArrayFrom(rows.documents(at).where('t.indicator', '=', code)).as('documents'),
      jsonArrayFrom(rows.sourcesOf(at, code)).as('sources'),
    ])
    .executeTakeFirstOrThrow();
}

/**
 * One indicator: every published value with its source, targets, benchmarks, breaks and competing figures; a law as a matrix
 * of its elements instead.
 */
export async function readIndicator(
  { em, release, at, lang }: Reading,
  code: string,
): Promise<IndicatorPage | null> {
  const read = await readPage(em, at, code);
  const { indicator } = read;
  if (!indicator) return null;
  const isLaw = indicator.kind === 'MILESTONE';
  const areas = areasOf(indicator.scope, read.areas).map((area) => area.code);
  const roles = read.actions.map(({ role }) => role);
  const current = release.methodVersion === METHOD_VERSION;
  return {
    release,
    areas: read.areas.map((area) => toArea(area, lang)),
    indicator: {
      ...localized(indicator, lang, 'name', 'unitText', 'definition'),
      stages: pickStages(indicator.stages, lang),
      elements: indicator.elements.map((element) => elementIn(element, lang)),
      sheet: sheet(indicator.sheet, lang),
    },
    actions: read.actions.map((action) => localized(action, lang, 'title')),
    related: read.related.map((one) => localized(one, lang, 'name')),
    series: isLaw ? [] : areas.map((area) => seriesOf(area, read, indicator, { lang, current })),
    law: isLaw ? toLaw(indicator, roles, { ...read, areas, year: release.asOfYear, lang }) : null,
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
  return keys.map((key) => {
    const texts = Object.entries(byLanguage).map(([code, entries]) => [code, entries[key] ?? '']);
    return { key, text: pickText(Object.fromEntries(texts) as Texts, lang) };
  });
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
        return { code, name: text === undefined ? { lang: 'en', text: code } : { lang, text } };
      });
  });
}
