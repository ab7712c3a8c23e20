import type { EntityManager } from '@mikro-orm/postgresql';
import { strongestRole } from '@qadam/domain';
import { expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { Language } from '../../graphql/enums.ts';
import { actionCell } from './cells.ts';
import { helpOf, toHelp } from './help-line.reader.ts';
import type { CountryPage, StandardGap } from './pages.type.ts';
import { toLaw } from './laws.ts';
import { eventBuilder, shortSeries, toAction, toArea, toIndicator } from './page-parts.ts';
import {
  actionParts,
  actions,
  areas,
  assessments,
  type AssessmentRowOf,
  before,
  type DescribedIndicator,
  describedIndicators,
  documents,
  events,
  firstYear,
  laws,
  links,
  points,
  sources,
  targetPoints,
} from './public-rows.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { BenchmarkGap } from './series.type.ts';
import { readRelease } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { keyFactFinder } from './key-facts.ts';
import { upTo } from './up-to.ts';
import { viewOf } from './year-view.ts';

const eb = expressionBuilder<PublicTables>();

/** Regional actions and indicators are shown on every country's page. */
const hereOrGroup = (at: number, code: string) =>
  eb
    .selectFrom(rowsAsOf('area', at).as('a'))
    .select('a.code')
    .where((eb) => eb.or([eb('a.code', '=', code), eb('a.kind', '=', 'GROUP')]));

/** Whom to ask about the figures. */
const contacts = (at: number, code: string) =>
  eb
    .selectFrom(rowsAsOf('contact', at).as('t'))
    .select(['t.names', 't.mailbox'])
    .where('t.area', '=', code)
    .orderBy('t.body');

function readPage(em: EntityManager, at: number, code: string) {
  const here = hereOrGroup(at, code);
  return publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(areas(at)).as('areas'),
      firstYear(at).as('firstYear'),
      jsonArrayFrom(actions(at)).as('actions'),
      jsonArrayFrom(links(at)).as('links'),
      jsonArrayFrom(describedIndicators(at)).as('indicators'),
      jsonArrayFrom(laws(at).where('t.area', 'in', here)).as('laws'),
      before(at, actionParts(at - 1).where('x.area', 'in', here)).as('before'),
      helpOf(at, code).as('help'),
      jsonArrayFrom(contacts(at, code)).as('contacts'),
      jsonArrayFrom(assessments(at).where('t.area', 'in', here)).as('assessments'),
      jsonArrayFrom(points(at).where('t.area', 'in', here)).as('points'),
      jsonArrayFrom(targetPoints(at).where('t.area', 'in', here)).as('targets'),
      jsonArrayFrom(events(at).where('t.area', '=', code)).as('events'),
      jsonArrayFrom(documents(at).where('t.area', '=', code)).as('documents'),
      jsonArrayFrom(
        eb.selectFrom(rowsAsOf('benchmark', at).as('t')).select(['t.id', 't.label']),
      ).as('benchmarks'),
      jsonArrayFrom(
        sources(at).where(
          't.id',
          'in',
          eb
            .selectFrom(rowsAsOf('event', at).as('e'))
            .select('e.source')
            .where('e.area', '=', code)
            .union(
              eb
                .selectFrom(rowsAsOf('value', at).as('v'))
                .select((eb) => eb.ref('v.source').$notNull().as('source'))
                .where('v.area', 'in', here),
            ),
        ),
      ).as('sources'),
    ])
    .executeTakeFirstOrThrow();
}

/** One country: how its actions stand, and every indicator as a short series. */
export async function readCountry(
  em: EntityManager,
  iso3: string,
  lang: Language,
  number?: string | null,
  year?: number | null,
): Promise<CountryPage | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const read = await readPage(em, release.sequence, iso3);
  const area = read.areas.find(({ code, kind }) => code === iso3 && kind === 'COUNTRY');
  if (!area) return null;
  const view = await viewOf(em, release, read, year);
  const group = read.areas.find(({ kind }) => kind === 'GROUP')?.code ?? iso3;
  const placeOf = (scope: string) => (scope === 'REGION' ? group : iso3);
  const series = shortSeries(
    {
      ...read,
      assessments: view.assessments,
      points: upTo(read.points, view.year),
    },
    lang,
  );
  const fact = keyFactFinder(read, view.year, lang);
  const linksOf = ({ code }: DescribedIndicator) =>
    read.links.filter(({ indicator }) => indicator === code);
  return {
    release,
    year: view.year,
    firstYear: view.firstYear,
    area: toArea(area, lang),
    actions: read.actions.flatMap((action) => {
      const row = view.assessments.find(
        ({ kind, subject, area: at }) =>
          kind === 'ACTION' && subject === action.code && at === placeOf(action.scope),
      );
      return row
        ? [
            {
              action: toAction(action, lang),
              cell: actionCell(row, view, fact(action.code, row.area)),
            },
          ]
        : [];
    }),
    laws: read.indicators
      .filter(({ kind }) => kind === 'MILESTONE')
      .map((indicator) =>
        toLaw(
          indicator,
          linksOf(indicator).map(({ role }) => role),
          {
            areas: [placeOf(indicator.scope)],
            laws: read.laws,
            assessments: view.assessments,
            year: view.year,
            lang,
          },
        ),
      ),
    indicators: read.indicators
      .filter(({ kind }) => kind !== 'MILESTONE')
      .map((indicator) => {
        const links = linksOf(indicator);
        return {
          indicator: toIndicator(indicator, lang),
          actions: links.map(({ action }) => action),
          role: strongestRole(links.map(({ role }) => role)),
          series: series(indicator, placeOf(indicator.scope)),
          gaps: gapsOf(
            view.assessments,
            indicator.code,
            placeOf(indicator.scope),
            read.benchmarks,
            lang,
          ),
        };
      }),
    events: read.events.map(eventBuilder(read.indicators, lang)),
    documents: read.documents,
    sources: read.sources,
    contacts: read.contacts.map(({ names, mailbox }) => ({
      body: pickText(names, lang),
      mailbox,
    })),
    help: toHelp(read.help, lang),
  };
}

/** Only where there is something to say: a standard that can be compared with what was reported. */
function gapsOf(
  assessments: readonly AssessmentRowOf[],
  indicator: string,
  area: string,
  benchmarks: readonly { id: string; label: Texts }[],
  lang: Language,
): StandardGap[] {
  const row = assessments.find(
    ({ kind, subject, area: at }) => kind === 'INDICATOR' && subject === indicator && at === area,
  );
  const gaps = (row?.detail['benchmarkGaps'] ?? []) as BenchmarkGap[];
  return gaps.flatMap(({ benchmark, needed, shortBy, met, approximate, reason }) => {
    const label = benchmarks.find(({ id }) => id === benchmark)?.label;
    return label === undefined
      ? []
      : [{ label: pickText(label, lang), needed, shortBy, met, approximate, reason }];
  });
}
