import type { EntityManager } from '@mikro-orm/postgresql';
import { diffReleases, isDay, type ReleaseChange, type ReleasedCell } from '@qadam/domain';
import { expressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { CELL_COLUMNS, countRows, exact, exists, sameCell } from '../../database/expressions.ts';
import { ASKED, prepared } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { toChanges } from './change.ts';
import { begun, ended, FROM, isReassessed, moved, TO } from './changed-between.ts';
import { type ChangeLogEntry, type Changes, MAX_LOGGED, MAX_NEW_LISTED } from './changes.type.ts';
import { toArea } from './page-parts.ts';
import { actionParts, areas } from './public-rows.ts';
import { type ReadRelease, readReleases, releaseOn } from './release.reader.ts';
import { releasedPacesOf, subjectsOf, toReleasedAction } from './compared.ts';
import { type At, releasedRows, standsIn } from './rows-as-of.ts';

const eb = expressionBuilder<PublicTables>();

/** What is narrowed: to one area, to some indicators and actions. */
type Parts = Readonly<Record<'oneArea' | 'some', boolean>>;

/** Is a row what is asked about? `subject`: the column with the code of the indicator or action. */
const isWanted = (subject: string, { oneArea, some }: Parts, alias = 'x'): RawBuilder<boolean> =>
  sql.join(
    [
      sql`true`,
      ...(oneArea ? [sql`${sql.ref(`${alias}.area`)} = ${ASKED.areas}`] : []),
      ...(some ? [sql`${sql.ref(subject)} = ${ASKED.codes}`] : []),
    ],
    sql` and `,
  );

/** A figure, or a hidden one: anything but a gap. */
const isFigure = (alias: string) =>
  sql<boolean>`(${sql.ref(`${alias}.value`)} is not null or ${sql.ref(`${alias}.obs_status`)} = 'Q')`;

/** How many rows of what is asked about there were, and how many figures more there are. */
const counted = (parts: Parts) => {
  const sum = (name: 'rows' | 'figures', at: At) =>
    sql<number>`coalesce(sum(${sql.ref(`t.${name}`)}) filter (where ${standsIn('t', at)}), 0)::int`;
  const tallies = eb.selectFrom('publication.tally as x').selectAll('x');
  return eb
    .selectFrom(
      // by index, without those that ended before
      tallies
        .where('x.until_release', 'is', null)
        .unionAll(tallies.where('x.until_release', '>', FROM))
        .as('t'),
    )
    .select(sum('rows', FROM).as('rows'))
    .select(sql<number>`${sum('figures', TO)} - ${sum('figures', FROM)}`.as('more'))
    .where('t.from_release', '<=', TO)
    .where(isWanted('t.indicator', parts, 't'));
};

/**
 * The rows that stand in one release and not in the other: everything else is unchanged.
 * NEW: absent, or a gap, before; shown or hidden now (methods.md 1.11). Too many of them are counted and not told; what has
 * a row on both sides is always told. Counted without reading them: as many figures more as there are, and those that went.
 */
const sides = (db: Kysely<PublicTables>, parts: Parts) => {
  const began = eb
    .selectFrom('publication.value as x')
    .selectAll('x')
    .where(begun)
    .where(sql<boolean>`(x.until_release is null or x.until_release > ${TO})`)
    .where(isWanted('x.indicator', parts));
  const standing = eb
    .selectFrom('publication.value as x')
    .where(standsIn('x', TO))
    .where(sameCell('x', 'e'));
  return db
    .with('earlier', () =>
      eb
        .selectFrom('publication.value as x')
        .selectAll('x')
        // found by when it ended: nearly all rows began before
        .where(sql<boolean>`x.from_release + 0 <= ${FROM}`)
        .where(ended)
        .where(isWanted('x.indicator', parts)),
    )
    .with('counted', () => counted(parts))
    .with('moved', () => moved)
    .with('fresh', (query) =>
      query.selectNoFrom((eb) =>
        sql<number>`${eb.selectFrom('counted as c').select('c.more')} + ${countRows(
          eb
            .selectFrom('earlier as e')
            .where(isFigure('e'))
            .where((eb) => eb.not(exists(standing.where(isFigure('x'))))),
        )}`.as('count'),
      ),
    )
    .with('told', (query) =>
      query
        .selectFrom(began.as('l'))
        .selectAll('l')
        .where((eb) => eb(eb.selectFrom('fresh').select('fresh.count'), '<=', ASKED.most))
        .unionAll((query) =>
          query
            .selectFrom('earlier as e')
            .innerJoinLateral(standing.selectAll('x').as('l'), (on) => on.onTrue())
            .selectAll('l')
            .where((eb) => eb(eb.selectFrom('fresh').select('fresh.count'), '>', ASKED.most)),
        ),
    );
};

/** Of a cell what is compared, from a row `c`. */
const CELL = [
  partKey('c').as('key'),
  exact<string | null>('c.value').as('value'),
  sql<ReleasedCell['status']>`c.obs_status`.as('status'),
  sql<ReleasedCell['reason']>`c.reason`.as('reason'),
];

function partKey(alias: string): RawBuilder<string> {
  return sql`concat_ws('|', ${cells(alias)})`;
}

function cells(alias: string): RawBuilder<unknown> {
  return sql.join(CELL_COLUMNS.map((column) => sql.ref(`${alias}.${column}`)));
}

/** Several comparisons in one statement. */
const readSides = prepared(
  (db, _, parts: Parts) => {
    const wanted = isWanted('x.subject', parts);
    const isMoved = sql<boolean>`x.subject in (select m.action from moved m)`;
    const paces = (at: At) =>
      jsonArrayFrom(releasedPacesOf(releasedRows(at)).where(wanted).where(isReassessed));
    return db
      .selectFrom(ASKED.pairs)
      .innerJoinLateral(
        sides(db, parts)
          .selectNoFrom((eb) => [
            jsonArrayFrom(areas(TO)).as('areas'),
            jsonArrayFrom(eb.selectFrom('earlier as c').select(CELL)).as('cellsFrom'),
            jsonArrayFrom(eb.selectFrom('told as c').select(CELL)).as('cellsTo'),
            eb.selectFrom('fresh').select('fresh.count').$asScalar().$notNull().as('fresh'),
            paces(FROM).as('assessmentsFrom'),
            paces(TO).as('assessmentsTo'),
            jsonArrayFrom(actionParts(FROM).where(wanted).where(isMoved)).as('actionsFrom'),
            jsonArrayFrom(actionParts(TO).where(wanted).where(isMoved)).as('actionsTo'),
            sql<number>`${eb.selectFrom('counted as c').select('c.rows')} - ${countRows(eb.selectFrom('earlier'))}`.as(
              'unchanged',
            ),
          ])
          .as('read'),
        (on) => on.onTrue(),
      )
      .select(['p.earlier', 'p.release'])
      .selectAll('read');
  },
  { planning: 'ONCE' },
);
type Read = Awaited<ReturnType<typeof readSides>>[number];

/** What changes of a release can be of: those of these codes. */
const readSubjects = prepared((db, { at, codes }) =>
  db
    .selectFrom(subjectsOf(releasedRows(at)).as('s'))
    .selectAll('s')
    .where((eb) => eb.or([eb('s.code', '=', codes), eb('s.indicator', '=', codes)])),
);

/** The codes that changes name: of actions and indicators, and of what became known. */
function codesIn(items: readonly ReleaseChange[]): string[] {
  const codes = items.flatMap((item) =>
    item.kind === 'CELL'
      ? [item.key.slice(0, item.key.indexOf('|'))]
      : item.kind === 'ACTION'
        ? [item.subject, ...item.parts]
        : [item.subject],
  );
  return [...new Set(codes)];
}

interface Pair {
  /** null: before the first. */
  from: ReadRelease | null;
  to: ReadRelease;
}

export interface Narrowed {
  area?: string | null | undefined;
  /** Codes of indicators and actions. */
  subjects?: readonly string[] | null;
  /** With more new values than this they are counted and not listed. */
  most?: number;
}

/** What changed in each pair of releases, in the order it is told, without the pairs whose later release does not know the area. */
export async function readPairs(
  em: EntityManager,
  pairs: readonly Pair[],
  { area = null, subjects: codes = null, most = MAX_NEW_LISTED }: Narrowed,
  lang: Language,
): Promise<Changes[]> {
  const compared = pairs.map(({ from, to }) => ({
    release: to.sequence,
    earlier: from?.sequence ?? 0,
  }));
  const read = await readSides(
    em,
    { pairs: JSON.stringify(compared), areas: [area ?? ''], codes: codes ?? [], most },
    { oneArea: area !== null, some: codes !== null },
  );
  const changes = await Promise.all(
    pairs.map(async (pair) => {
      const one = read.find(({ earlier }) => earlier === (pair.from?.sequence ?? 0));
      const known = area === null || one?.areas.some(({ code }) => code === area);
      return one && known ? [await changesOf(em, pair, one, lang)] : [];
    }),
  );
  return changes.flat();
}

async function changesOf(
  em: EntityManager,
  { from, to }: Pair,
  read: Read,
  lang: Language,
): Promise<Changes> {
  const diff = diffReleases({
    from: {
      release: from?.number ?? '',
      methodVersion: from?.methodVersion ?? to.methodVersion,
      cells: read.cellsFrom,
      assessments: read.assessmentsFrom,
      actions: read.actionsFrom.map(toReleasedAction),
    },
    to: {
      release: to.number,
      methodVersion: to.methodVersion,
      cells: read.cellsTo,
      assessments: read.assessmentsTo,
      actions: read.actionsTo.map(toReleasedAction),
    },
  });
  const exactOf = (list: readonly ReleasedCell[]) =>
    new Map(list.map(({ key, value }) => [key, value == null ? null : String(value)]));
  const values = { from: exactOf(read.cellsFrom), to: exactOf(read.cellsTo) };
  const counts = {
    ...diff.counts,
    NEW: read.fresh,
    UNCHANGED: diff.counts.UNCHANGED + read.unchanged,
  };
  // Of the first release everything is new: that is the release itself, and no list of changes.
  const items = from === null ? [] : diff.items;
  const codes = codesIn(items);
  return {
    from,
    to,
    areas: read.areas.map((area) => toArea(area, lang)),
    items: toChanges(items, {
      subjects: codes.length > 0 ? await readSubjects(em, { at: to.sequence, codes }, {}) : [],
      // the published texts, not numbers that were computed with
      valueOf: (item, side) => (item[side] === null ? null : (values[side].get(item.key) ?? null)),
      pick: (texts) => pickText(texts, lang),
    }),
    counts: Object.entries(counts).map(([name, count]) => ({ class: name, count })),
    confirmed: diff.confirmed,
    methodChanged: diff.methodChanged,
  };
}

interface ChangesAsked {
  from?: string | null | undefined;
  /** A day, YYYY-MM-DD: from the release that was valid at its end. */
  since?: string | null | undefined;
  to?: string | null | undefined;
  /** From the newest release whose figures are as of this year. */
  fromYear?: number | null | undefined;
  area?: string | null | undefined;
  lang: Language;
}

/** What changed from one release to a later one, in the order it is told. Null where a release or area is not known. */
export async function readChanges(em: EntityManager, asked: ChangesAsked): Promise<Changes | null> {
  const { lang, area } = asked;
  const pair = chosen(await readReleases(em, lang), asked);
  if (!pair) return null;
  return (await readPairs(em, [pair], { area }, lang))[0] ?? null;
}

function chosen(releases: readonly ReadRelease[], asked: ChangesAsked): Pair | null {
  const { to } = asked;
  const find = (number: string) => releases.find((release) => release.number === number);
  const later = to == null ? releases[0] : find(to);
  if (!later) return null;
  const earlier = earlierOf(releases, later, find, asked);
  if (earlier === undefined) return null;
  if (earlier && earlier.sequence > later.sequence)
    throw new ApiError('BAD_USER_INPUT', 'from is a release before to.');
  return { from: earlier, to: later };
}

/** Of a day before the first release: null, since nothing was published then. Undefined where there is no such release. */
function earlierOf(
  releases: readonly ReadRelease[],
  later: ReadRelease,
  find: (number: string) => ReadRelease | undefined,
  { from, since, fromYear }: ChangesAsked,
): ReadRelease | null | undefined {
  if ([from, since, fromYear].filter((one) => one != null).length > 1)
    throw new ApiError('BAD_USER_INPUT', 'Ask from a release, since a day or from a year.');
  if (since != null) {
    if (!isDay(since)) throw new ApiError('BAD_USER_INPUT', 'since is a day, as 2026-11-25.');
    return releaseOn(releases, since) ?? null;
  }
  if (fromYear != null)
    return releases.find(
      ({ asOfYear, sequence }) => asOfYear === fromYear && sequence <= later.sequence,
    );
  if (from != null) return find(from);
  return releases.find(({ sequence }) => sequence === later.sequence - 1) ?? null;
}

export interface LogAsked {
  action?: string | null | undefined;
  area?: string | null | undefined;
  /** The release that changes lead up to; the newest by default. */
  release?: string | null | undefined;
  lang: Language;
}

/** What each release changed against the one before it, newest first; a release that does not know the area is left out. Null where none does, or the action or release is not known. */
export async function readChangeLog(
  em: EntityManager,
  { action, area, release, lang }: LogAsked,
): Promise<ChangeLogEntry[] | null> {
  const releases = await readReleases(em, lang);
  const newest = release == null ? releases[0] : releases.find(({ number }) => number === release);
  if (!newest) return null;
  const subjects = action == null ? null : await codesOf(em, action, newest.sequence);
  if (subjects?.length === 0) return null;
  const listed = releases.filter(({ sequence }) => sequence <= newest.sequence);
  const pairs = listed.slice(0, MAX_LOGGED).map((to, at) => ({ to, from: listed[at + 1] ?? null }));
  const changes = await readPairs(em, pairs, { area, subjects, most: 0 }, lang);
  if (changes.length === 0) return null;
  return changes.map(({ to, items, counts, methodChanged }) => ({
    release: to,
    methodChanged,
    items: items.filter((item) => item.class !== 'NEW'),
    newValues: counts.find((count) => count.class === 'NEW')?.count ?? 0,
  }));
}

/** An action and whatever was one of its indicators in any release up to this one; nothing where it is not known. */
async function codesOf(em: EntityManager, action: string, release: number): Promise<string[]> {
  const rows = await publicDb(em)
    .selectFrom('publication.action')
    .select('code')
    .where('code', '=', action)
    .where('from_release', '<=', release)
    .union((query) =>
      query
        .selectFrom('publication.action_indicator')
        .select('indicator as code')
        .where('action', '=', action)
        .where('from_release', '<=', release),
    )
    .execute();
  const codes = rows.map(({ code }) => code);
  return codes.includes(action) ? codes : [];
}
