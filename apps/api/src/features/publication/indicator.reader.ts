import { SHEET_KEYS, TOTAL } from '@qadam/domain';
import { loadCatalog, type Catalogs } from '@qadam/i18n';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { by, exact, isTotal } from '../../database/expressions.ts';
import type { ASKED } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { Language } from '../../graphql/enums.ts';
import { elementIn } from '../../graphql/law-element.type.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Asks } from '../../graphql/selection.ts';
import { oncePerKey } from '../../http/memo.ts';
import type { IndicatorPage, PartName, RelatedIndicator } from './pages.type.ts';
import { toLaw } from './laws.ts';
import {
  areasOf,
  eventBuilder,
  isCountry,
  isIn,
  localized,
  pickStages,
  toAction,
  toArea,
  toIndicator,
} from './page-parts.ts';
import { type IndicatorOfFrame, sourcesNamed } from './frame.ts';
import * as rows from './public-rows.ts';
import { pageStatement } from './page-statement.ts';
import type { Reading } from './release.reader.ts';
import {
  alternativesOf,
  endedOf,
  seriesTeller,
  targetsOf,
  totalsOf,
  type ValueParts,
  type ValueRow,
  withheldOf,
} from './series.ts';
import { type Row, rowsAsOf } from './rows-as-of.ts';
import { tally } from './tally.ts';
import { endedAmongFirst, firstParts, fromTheEnd, PART_OF_T } from './breakdowns.reader.ts';

const eb = expressionBuilder<PublicTables>();

/** The newest value of each indicator in each area that has one. If the newest year is hidden, no older one is taken instead. */
const latestValues = ({ at, codes }: Pick<typeof ASKED, 'at' | 'codes'>) =>
  tally(at)
    .innerJoinLateral(
      eb
        .selectFrom(rowsAsOf('value', at).as('v'))
        .select(['v.year', rows.orNone('value', 'v')])
        .where('v.indicator', '=', sql.ref<string>('t.indicator'))
        .where('v.area', '=', sql.ref<string>('t.area'))
        .where(isTotal('v'))
        .where((eb) => eb.or([eb('v.value', 'is not', null), eb('v.obs_status', '=', 'Q')]))
        .orderBy('v.year', 'desc')
        .limit(sql.lit(1))
        .as('n'),
      (on) => on.onTrue(),
    )
    .select(['t.indicator', 't.area', 'n.year', 'n.value'])
    .where('t.indicator', '=', codes);

/** Parts of the answer that only some readers ask for; `rest` is everything besides the values. */
type Parts = ValueParts &
  Readonly<Record<'series' | 'breakdowns' | 'counts' | 'earlier' | 'rest', boolean>>;

/** `codes`: the other indicators of the same actions. */
const readPage = pageStatement((db, asked, parts: Parts) => {
  const { at, code } = asked;
  const { series, breakdowns, counts, earlier, rest } = parts;
  const ofIndicator = sql<boolean>`t.indicator = ${code}`;
  return db
    .with('part', () => firstParts(asked, parts))
    .selectNoFrom(sql<number>`1`.as('one'))
    .$if(series, (page) => page.select(jsonArrayFrom(totalsOf(asked, parts)).as('values')))
    .$if(breakdowns, (page) =>
      page.select((query) =>
        jsonArrayFrom(
          query
            .selectFrom('part as t')
            .selectAll('t')
            .$call(by('t.year', ...PART_OF_T))
            .$castTo<ValueRow>(),
        ).as('parts'),
      ),
    )
    .$if(counts, (page) =>
      page.select(
        jsonArrayFrom(
          tally(at)
            .select(['t.area', 't.rows', partCodes('regions'), partCodes('breakdowns')])
            .where(ofIndicator)
            .where('t.area', '=', asked.areas),
        ).as('tallies'),
      ),
    )
    .$if(earlier, (page) =>
      page.select(
        jsonArrayFrom(endedOf(at, sql`(${ofIndicator} and ${isTotal('t')})`)).as('ended'),
      ),
    )
    .$if(earlier && breakdowns, (page) =>
      page.select((query) =>
        jsonArrayFrom(
          endedAmongFirst(
            asked,
            query
              .selectFrom('part as t')
              .selectAll('t')
              .where('t.area', '=', sql.ref<string>('a.area'))
              .$call(fromTheEnd)
              .limit(sql.lit(1))
              .as('l'),
          ),
        ).as('endedParts'),
      ),
    )
    .$if(rest, (page) =>
      page.select([
        eb
          .selectFrom(rowsAsOf('indicator', at).as('t'))
          .select('t.sheet')
          .where('t.code', '=', code)
          .as('sheet'),
        jsonArrayFrom(latestValues(asked)).as('latest'),
        jsonArrayFrom(targetsOf(at, code)).as('targets'),
        jsonArrayFrom(
          rows.assessments(at).where('t.kind', '=', 'INDICATOR').where('t.subject', '=', code),
        ).as('assessments'),
        jsonArrayFrom(rows.laws(at, code)).as('laws'),
        jsonArrayFrom(rows.breaks(at).where('t.indicator', '=', code)).as('breaks'),
        jsonArrayFrom(alternativesOf(at, code)).as('alternatives'),
        jsonArrayFrom(withheldOf(at, code)).as('withheld'),
        jsonArrayFrom(
          eb
            .selectFrom(rowsAsOf('benchmark', at).as('t'))
            .select(['t.id', exact('t.value').as('value'), rows.orNone('per'), 't.kind', 't.sense'])
            .select(['t.label', 't.citation', 't.url', 't.source'])
            .where('t.indicator', '=', code)
            .orderBy('t.id'),
        ).as('benchmarks'),
        jsonArrayFrom(rows.events(at).where('t.indicator', '=', code)).as('events'),
        jsonArrayFrom(rows.documents(at).where('t.indicator', '=', code)).as('documents'),
        jsonArrayFrom(rows.sourcesOfValues(at, sql<boolean>`t.indicator = ${code}`)).as('sources'),
      ]),
    );
}, 'ONCE');

/** Fields that need more than the values. */
const REST = [
  ...['indicator', 'related', 'law', 'benchmarks', 'events', 'documents', 'sources'],
  ...['target', 'assessment', 'breaks', 'alternatives', 'withheld'].map((name) => `series.${name}`),
  ...['series.values.progress', 'series.breakdowns.progress'],
];

/** Details of a value besides the figure. */
const SAID = [
  ...['numerator', 'denominator', 'missingReason', 'sourceText', 'body', 'period', 'factDate'],
  ...['provision', 'basis', 'note', 'via', 'submittedOn', 'approvedOn', 'revision', 'reason'],
  ...['since', 'sinceOn'],
];

/** How many other indicators of its actions are named with their newest values; the page of the action and the list have all of them. */
const MAX_RELATED = 24;

/**
 * With `rest`, all details of a value are read: that keeps the variants of the largest statement few, and each connection caches a plan for every
 * variant.
 */
function partsOf(asks: Asks, country: string | null | undefined): Parts {
  const rest = REST.some(asks);
  const series = asks('series');
  const ofValue = (...names: readonly string[]) =>
    series &&
    (rest ||
      names.some((name) => asks(`series.values.${name}`) || asks(`series.breakdowns.${name}`)));
  return {
    rest,
    series,
    breakdowns: asks('series.breakdowns'),
    counts: asks('series.breakdownCount') || asks('parts'),
    said: ofValue(...SAID),
    withdrawn: ofValue('withdrawnOn'),
    earlier: ofValue('earlier'),
    oneCountry: series && country != null,
  };
}

/**
 * One indicator: every published value with its source, targets, benchmarks, breaks and competing figures; a law as a matrix
 * of its elements instead.
 */
export async function readIndicator(
  reading: Reading,
  code: string,
  asks: Asks,
  country?: string | null,
): Promise<IndicatorPage | null> {
  const { release, lang, frame } = reading;
  const indicator = frame.indicatorOf.get(code);
  if (!indicator || (country != null && !isCountry(country, frame))) return null;
  const isLaw = indicator.kind === 'MILESTONE';
  const shown = country == null ? frame.areas : frame.areas.filter(isIn(country));
  const areas = areasOf(indicator.scope, shown).map((area) => area.code);
  const own = frame.linksOf.get(code) ?? [];
  const role = new Map(own.map((link) => [link.action, link.role]));
  const related = own.flatMap(({ action }) =>
    (frame.linksTo.get(action) ?? [])
      .filter((link) => link.indicator !== code)
      .slice(0, MAX_RELATED),
  );
  const codes = related.map((link) => link.indicator);
  const parts = partsOf(asks, country);
  const read = await readPage(reading, { code, codes, areas }, parts);
  const { sheet, latest = [], laws = [], assessments = [] } = read;
  const { benchmarks = [], events = [], documents = [], sources = [] } = read;
  const { targets = [], breaks = [], alternatives = [] } = read;
  const byIndicator = Map.groupBy(latest, (row) => row.indicator);
  const latestOf = (other: string) => byIndicator.get(other) ?? [];
  const ended = [...(read.ended ?? []), ...(read.endedParts ?? [])];
  const seriesOf = seriesTeller({ ...read, ended }, indicator, reading);
  const law = { areas, laws, assessments, year: release.asOfYear, lang };
  return {
    release,
    areas: frame.areas.map((area) => toArea(area, lang)),
    indicator: { ...described(indicator, lang), sheet: sheetIn(sheet ?? {}, lang) },
    actions: frame.actions.flatMap((action) => {
      const as = role.get(action.code);
      const { code, title } = toAction(action, lang);
      return as ? [{ code, title, role: as }] : [];
    }),
    related: parts.rest
      ? related.flatMap((link) => relatedIn(link, latestOf(link.indicator), reading))
      : [],
    series: isLaw ? [] : areas.map(seriesOf),
    law: isLaw ? toLaw(indicator, [...role.values()], law) : null,
    parts: isLaw ? [] : await partNames(read.tallies ?? [], lang),
    benchmarks: benchmarks.map(({ id, value, per, kind, sense, label, citation, url }) => {
      const texts = localized({ label, citation }, lang, 'label', 'citation');
      return { id, value, per, kind, sense, ...texts, url };
    }),
    events: events.map(eventBuilder([indicator], lang)),
    documents,
    sources: sourcesNamed(
      frame,
      sources.map(({ id }) => id),
      targets.map(({ baselineSource }) => baselineSource),
      [...breaks, ...alternatives, ...benchmarks, ...events].map(({ source }) => source),
    ),
  };
}

const described = oncePerKey((indicator: IndicatorOfFrame, lang: Language) => ({
  ...localized(indicator, lang, 'name', 'unitText', 'definition'),
  stages: pickStages(indicator.stages, lang),
  elements: indicator.elements.map((element) => elementIn(element, lang)),
}));

function relatedIn(
  { action, indicator: code, role }: rows.LinkRow,
  latest: readonly Row<typeof latestValues>[],
  { frame, lang }: Reading,
): RelatedIndicator[] {
  const indicator = frame.indicatorOf.get(code);
  if (!indicator) return [];
  const { kind, decimals, unit, name } = toIndicator(indicator, lang);
  const found = new Map(latest.map((row) => [row.area, row]));
  const values = frame.areas.flatMap(({ code: area }) => {
    const { year, value = null } = found.get(area) ?? {};
    return year === undefined || value === null ? [] : [{ area, year, value }];
  });
  return [{ action, indicator: code, role, name, kind, decimals, unit, latest: values }];
}

/** The metadata sheet is stored by language, but read heading by heading in a fixed order; each text is taken in the best language that has it. */
function sheetIn(byLanguage: Record<string, Record<string, string>>, lang: Language) {
  const keys = SHEET_KEYS.filter((key) =>
    Object.values(byLanguage).some((entries) => entries[key] !== undefined),
  );
  return keys.map((key) => {
    const texts = Object.entries(byLanguage).map(([code, entries]) => [code, entries[key] ?? '']);
    return { key, text: pickText(Object.fromEntries(texts) as Texts, lang) };
  });
}

const lists = { regions: 'CL_AREA', breakdowns: 'CL_BREAKDOWN' } as const;

/** The codes of regions or groups that the rows counted in a tally use. */
function partCodes<Name extends keyof typeof lists>(name: Name) {
  return sql<string[]>`t.codes -> ${sql.lit(name)}`.as<Name>(name);
}

/** The names of the regions and groups that have values, from the code lists we publish; a code without a name keeps its code. */
async function partNames(
  tallies: readonly Readonly<Record<keyof typeof lists, string[]>>[],
  lang: Language,
): Promise<PartName[]> {
  const used = (name: keyof typeof lists) =>
    [...new Set(tallies.flatMap((row) => row[name]))].filter((code) => code !== TOTAL).sort();
  const names = (['regions', 'breakdowns'] as const).map((name) => [name, used(name)] as const);
  if (names.every(([, used]) => used.length === 0)) return [];
  const { codes } = (await loadCatalog(lang, 'sdmx')) as Catalogs['sdmx'];
  return names.flatMap(([name, used]) => {
    const words: Readonly<Record<string, string>> = codes[lists[name]];
    return used.map((code) => {
      const text = words[code];
      return { code, name: text === undefined ? { lang: 'en', text: code } : { lang, text } };
    });
  });
}
