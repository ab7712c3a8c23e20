import { compareNatural } from '@qadam/domain';
import { type Expression, expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { expectFirst, pageOf, readCursor, writeCursor } from '../../graphql/cursor.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Asks } from '../../graphql/selection.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { IndicatorList, PublicHelpLine, SourceUse } from './pages.type.ts';
import type { Area } from './page-parts.type.ts';
import type { ActionSummary } from './progress.type.ts';
import { pageStatement } from './page-statement.ts';
import * as rows from './public-rows.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { origins, tally } from './tally.ts';
import { toAction, toArea, toIndicator } from './page-parts.ts';

/**
 * How many areas have a figure of an indicator; parts count too, because a law has figures only of its elements. `some`: only for the indicators of a
 * page.
 */
const readKnown = pageStatement((db, { at, codes }, { some }: { some: boolean }) =>
  db.selectNoFrom(
    jsonArrayFrom(
      tally(at)
        .select(({ fn }) => ['t.indicator as code', fn.countAll<number>().as('areas')])
        .where('t.figures', '>', 0)
        .$if(some, (all) => all.where('t.indicator', '=', codes))
        .groupBy('t.indicator'),
    ).as('known'),
  ),
);

interface IndicatorsAsked {
  action?: string | null | undefined;
  /** Without it, all indicators. */
  first?: number | null | undefined;
  after?: string | null | undefined;
}

const CURSOR = 'indicators';

/** The indicators, those of an action, or a page of them, by code; null where there is no such action. */
export async function readIndicatorList(
  reading: Reading,
  { action, first, after }: IndicatorsAsked,
  asks: Asks,
): Promise<IndicatorList | null> {
  const { release, lang, frame } = reading;
  if (action != null && !frame.actions.some(({ code }) => code === action)) return null;
  if (first != null) expectFirst(first);
  const uses = (code: string) => frame.linksOf.get(code) ?? [];
  const all = frame.indicators.filter(
    ({ code }) => action == null || uses(code).some((use) => use.action === action),
  );
  const last = readCursor(CURSOR, after);
  const begin = last === null ? 0 : all.findIndex(({ code }) => code === last) + 1;
  if (last !== null && begin === 0)
    throw new ApiError('BAD_USER_INPUT', 'This cursor names no indicator of this list.');
  const { rows, next } = pageOf(all.slice(begin), first ?? all.length, ({ code }) =>
    writeCursor(CURSOR, code),
  );
  const some = rows.length < frame.indicators.length;
  const codes = some ? rows.map(({ code }) => code) : [];
  const read = asks('indicators.known')
    ? (await readKnown(reading, { codes }, { some })).known
    : [];
  const known = new Map(read.map(({ code, areas }) => [code, areas]));
  return {
    release,
    actions: readActions(reading),
    indicators: rows.map((indicator) => {
      const { code, ...summary } = toIndicator(indicator, lang);
      const definition = pickText(indicator.definition, lang);
      return { code, ...summary, definition, uses: uses(code), known: known.get(code) ?? 0 };
    }),
    next,
  };
}

export const readActions = ({ frame, lang }: Reading): ActionSummary[] =>
  frame.actions.map((action) => toAction(action, lang));

/** The countries, and the four together. */
export const readAreas = ({ frame, lang }: Reading): Area[] =>
  frame.areas.map((area) => toArea(area, lang));

/** Every source that a release names, with its licence. */
export async function readSources({ em, at }: Reading): Promise<SourceUse[]> {
  const read = await publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(rows.sources(at)).as('sources'),
      jsonArrayFrom(
        origins(at)
          .select(['o.source', 't.indicator'])
          .where('o.source', 'is not', null)
          .distinct(),
      ).as('uses'),
    ])
    .executeTakeFirstOrThrow();
  const used = Map.groupBy(read.uses, ({ source }) => source);
  return read.sources
    .map((source) => ({
      source,
      indicators: (used.get(source.id) ?? [])
        .map(({ indicator }) => indicator)
        .sort(compareNatural),
    }))
    .sort((a, b) => a.source.publisher.localeCompare(b.source.publisher, 'en'));
}

const eb = expressionBuilder<PublicTables>();

/** The texts of one area by language; null if there are none. */
export const helpOf = (at: Expression<number>, area: Expression<string>) =>
  eb
    .selectFrom(rowsAsOf('help_line', at).as('t'))
    .select(TEXTS.as('texts'))
    .where('t.area', '=', area)
    .$asScalar();

const TEXTS = sql<Texts | null>`jsonb_object_agg(t.lang, t.text)`;

export async function readHelpLines({ em, at, lang }: Reading): Promise<PublicHelpLine[]> {
  const lines = await publicDb(em)
    .selectFrom(rowsAsOf('help_line', at).as('t'))
    .innerJoin(rowsAsOf('area', at).as('a'), 'a.code', 't.area')
    .select(['a.code', 'a.kind', 'a.iso2', 'a.names', TEXTS.$notNull().as('texts')])
    .groupBy(['a.code', 'a.kind', 'a.iso2', 'a.names', 'a.position'])
    .orderBy('a.position')
    .execute();
  return lines.map(({ texts, ...area }) => ({
    area: toArea(area, lang),
    text: pickText(texts, lang),
  }));
}
