import { diffReleases, type ReleaseChange, type ReleasedCell } from '@qadam/domain';
import { expressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { CELL_COLUMNS, countRows, exact, exists, sameCell } from '../../database/expressions.ts';
import { ASKED, prepared } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { oncePer } from '../../http/memo.ts';
import { countOthers, type SubjectFinder, toChanges } from './change.ts';
import { begun, ended, FROM, isReassessed, moved, TO } from './changed-between.ts';
import { type Changes, MAX_NEW_LISTED } from './changes.type.ts';
import type { Frame } from './frame.ts';
import { toArea } from './page-parts.ts';
import { newest } from './page-statement.ts';
import { actionParts } from './public-rows.ts';
import type { Comparing, ReadRelease } from './release.reader.ts';
import { releasedPacesOf, toReleasedAction } from './compared.ts';
import { type At, releasedRows, standsIn } from './rows-as-of.ts';

const eb = expressionBuilder<PublicTables>();

/** How a comparison is narrowed: to one area, to some indicators and actions, or to what a log tells of a release. */
type Parts = Readonly<Record<'oneArea' | 'some' | 'logged', boolean>>;

/** Does a row belong to the area and subjects that were asked for? `subject`: the column with the code of the indicator or action. */
const isWanted = (subject: string, { oneArea, some }: Parts, alias = 'x'): RawBuilder<boolean> =>
  sql.join(
    [
      sql`true`,
      ...(oneArea ? [sql`${sql.ref(`${alias}.area`)} = ${ASKED.areas}`] : []),
      ...(some ? [sql`${sql.ref(subject)} = ${ASKED.codes}`] : []),
    ],
    sql` and `,
  );

/** Does a row hold a figure, shown or hidden, and not a gap? */
const isFigure = (alias: string) =>
  sql<boolean>`(${sql.ref(`${alias}.value`)} is not null or ${sql.ref(`${alias}.obs_status`)} = 'Q')`;

/** How many more figures the later release has. Only counts that began or ended in between are read: all others are the same in both. */
const more = (parts: Parts) => {
  const tallies = eb
    .selectFrom('publication.tally as x')
    .selectAll('x')
    .where(isWanted('x.indicator', parts));
  return eb
    .selectFrom(
      // two parts, each with an index: counts that are still valid, and those that ended since the earlier release
      tallies
        .where('x.until_release', 'is', null)
        .where(begun)
        .unionAll(
          tallies
            .where('x.until_release', '>', FROM)
            .where(sql<boolean>`(x.from_release <= ${FROM}) = (x.until_release <= ${TO})`)
            .where('x.from_release', '<=', TO),
        )
        .as('t'),
    )
    .select(
      sql<number>`coalesce(sum(case when t.from_release > ${FROM} then t.figures else -t.figures end), 0)::int`.as(
        'more',
      ),
    );
};

/** The rows of the earlier release that the later one does not have. */
const lost = (parts: Parts) =>
  eb
    .selectFrom('publication.value as x')
    .selectAll('x')
    // `+ 0` keeps this condition from an index: nearly all rows began before, so they are found by their end
    .where(sql<boolean>`x.from_release + 0 <= ${FROM}`)
    .where(ended)
    .where(isWanted('x.indicator', parts));

/** The row that the later release has in the cell of `e`. */
const standing = eb
  .selectFrom('publication.value as x')
  .where(standsIn('x', TO))
  .where(sameCell('x', 'e'));

/**
 * What a log tells of the values of a release and the one before it. The release has counted its changes when it was published: new values are only
 * counted, and so are all others if they are too many.
 */
const loggedSides = (db: Kysely<PublicTables>, parts: Parts) =>
  db
    .with('counts', () =>
      eb
        .selectFrom('publication.tally as x')
        .where('x.from_release', '=', TO)
        .where(isWanted('x.indicator', parts))
        .select([
          sql<number | null>`coalesce(sum(x.came), 0)::int`.as('fresh'),
          // there are more figures by those that came, less those that went: so this is how many changed or went
          sql<number>`(coalesce(sum(x.changed + x.came), 0) - ${more(parts)})::int`.as('others'),
        ]),
    )
    .with('earlier', () =>
      lost(parts).where(sql<boolean>`(select c.others from counts c) <= ${ASKED.most}`),
    )
    .with('moved', () => moved)
    .with('told', (query) =>
      query
        .selectFrom('earlier as e')
        .innerJoinLateral(standing.selectAll('x').as('l'), (on) => on.onTrue())
        .selectAll('l'),
    );

/**
 * The rows that are in one of the two releases only: everything else is unchanged.
 * NEW values were absent or a gap before, and are shown or hidden now (methods.md 1.11). If there are too many of them, they are counted
 * but not listed; a cell with a row in both releases is always listed. They are counted without reading the rows, as the growth of the
 * number of figures plus the figures that went. If they are certainly few, nothing is counted here: comparing the listed rows counts them.
 */
const sides = (db: Kysely<PublicTables>, parts: Parts) => {
  const began = eb
    .selectFrom('publication.value as x')
    .selectAll('x')
    .where(begun)
    .where(sql<boolean>`(x.until_release is null or x.until_release > ${TO})`)
    .where(isWanted('x.indicator', parts));
  const isMany = sql<boolean>`exists (select from counts c where c.fresh > ${ASKED.most})`;
  return db
    .with('earlier', () => lost(parts))
    .with('growth', () => more(parts))
    .with('moved', () => moved)
    .with('counts', (query) => {
      const before = query.selectFrom('earlier as e').where(isFigure('e'));
      const gone = before.where((eb) => eb.not(exists(standing.where(isFigure('x')))));
      return query.selectFrom('growth as g').select([
        sql<number | null>`case when g.more + ${countRows(before)} > ${ASKED.most}
            then g.more + ${countRows(gone)} end`.as('fresh'),
        sql<number>`0`.as('others'),
      ]);
    })
    .with('told', (query) =>
      query
        .selectFrom(began.as('l'))
        .selectAll('l')
        .where(sql<boolean>`not ${isMany}`)
        .unionAll((query) =>
          query
            .selectFrom('earlier as e')
            .innerJoinLateral(standing.selectAll('x').as('l'), (on) => on.onTrue())
            .selectAll('l')
            .where(isMany),
        ),
    );
};

/** What is compared of the cells `c`, each cell as one text: that is less to write, send and read than objects with names. */
const CELLS = sql<
  string[]
>`coalesce(json_agg(concat_ws('|', coalesce(${exact('c.value')}, ''), c.obs_status,
  coalesce(c.reason, ''), ${sql.join(CELL_COLUMNS.map((column) => sql.ref(`c.${column}`)))})), '[]')`.as(
  'cells',
);

function readCell(text: string): StoredCell {
  const parts = text.split('|', 3);
  const [value, status, reason] = parts.map((part) => (part === '' ? null : part));
  return { key: text.slice(parts.join('|').length + 1), value, status, reason } as StoredCell;
}

/** A cell with the text of its value as it was published. */
type StoredCell = ReleasedCell & { value: string | null };

/** Compares several pairs of releases in one statement. */
const readSides = prepared(
  (db, _, parts: Parts) => {
    const wanted = isWanted('x.subject', parts);
    const isMoved = sql<boolean>`x.subject in (select m.action from moved m)`;
    const paces = (at: At) =>
      jsonArrayFrom(releasedPacesOf(releasedRows(at)).where(wanted).where(isReassessed));
    return db
      .selectFrom(ASKED.pairs)
      .innerJoinLateral(
        (parts.logged ? loggedSides(db, parts) : sides(db, parts))
          .selectNoFrom((eb) => [
            eb.selectFrom('earlier as c').select(CELLS).$asScalar().$notNull().as('cellsFrom'),
            eb.selectFrom('told as c').select(CELLS).$asScalar().$notNull().as('cellsTo'),
            eb.selectFrom('counts').select('counts.fresh').$asScalar().as('fresh'),
            eb.selectFrom('counts').select('counts.others').$asScalar().$notNull().as('others'),
            paces(FROM).as('assessmentsFrom'),
            paces(TO).as('assessmentsTo'),
            jsonArrayFrom(actionParts(FROM).where(wanted).where(isMoved)).as('actionsFrom'),
            jsonArrayFrom(actionParts(TO).where(wanted).where(isMoved)).as('actionsTo'),
            newest,
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

const elementsOf = oncePer(
  ({ indicators }: Frame) =>
    new Map(indicators.flatMap(({ elements }) => elements.map((one) => [one.code, one] as const))),
);

/** Finds what a change is about among the subjects of the later release. */
function subjectIn(frame: Frame): SubjectFinder {
  const unmeasured = (name: Texts | undefined) => name && { name, decimals: null, unit: null };
  return (level, code) => {
    if (level === 'INDICATOR') return frame.indicatorOf.get(code);
    return unmeasured(
      level === 'ELEMENT'
        ? elementsOf(frame).get(code)?.name
        : frame.actions.find((action) => action.code === code)?.title,
    );
  };
}

export interface Pair {
  /** Null: the time before the first release. */
  from: ReadRelease | null;
  to: ReadRelease;
}

export interface Narrowed {
  area?: string | null | undefined;
  /** Codes of indicators and actions. */
  subjects?: readonly string[] | null;
  /** If there are more new values than this, they are counted but not listed. */
  most?: number;
  /** For a log, in which each pair is a release and the one before it: new values are only counted, and so are others if more than this changed. */
  logged?: number;
  /** Which of the changes, in the order of the page, are listed; all of them by default. */
  listed?: (items: readonly ReleaseChange[]) => readonly ReleaseChange[];
}

/** `unread`: how many values changed or went that were too many to read, so that they are neither listed nor counted by class. */
export type Compared = Changes & Pair & { unread: number };

/** What changed in each pair of releases, in the order of the list. Pairs whose later release does not have the area are left out. */
export async function readPairs(
  { em, lang, frameAt, seen }: Omit<Comparing, 'releases'>,
  pairs: readonly Pair[],
  {
    area = null,
    subjects: codes = null,
    logged,
    most = logged ?? MAX_NEW_LISTED,
    listed = (items) => items,
  }: Narrowed,
): Promise<Compared[]> {
  const compared = pairs.map(({ from, to }) => ({
    release: to.sequence,
    earlier: from?.sequence ?? 0,
  }));
  const read = await readSides(
    em,
    { pairs: JSON.stringify(compared), areas: [area ?? ''], codes: codes ?? [], most },
    { oneArea: area !== null, some: codes !== null, logged: logged !== undefined },
  );
  if (read[0]) seen.newest = read[0].newest;
  return pairs.flatMap((pair) => {
    const { from, to } = pair;
    const one = read.find(({ earlier }) => earlier === (from?.sequence ?? 0));
    const frame = frameAt(to.sequence);
    const known = area === null || frame.areas.some(({ code }) => code === area);
    if (!one || !known) return [];
    const before = from === null ? 0 : rowsIn(frameAt(from.sequence), area);
    // rows are counted only by area: for some indicators the number is not known
    const same = codes === null ? before - one.cellsFrom.length : null;
    const tooMany = one.fresh !== null && one.fresh > most;
    const unread = one.others > most ? one.others : 0;
    return [changesOf(pair, { ...one, same, tooMany, unread }, { frame, lang, listed })];
  });
}

/** How many rows a release has, of all areas or of one. */
function rowsIn({ rowsOf }: Frame, area: string | null): number {
  if (area !== null) return rowsOf.get(area) ?? 0;
  return [...rowsOf.values()].reduce((sum, rows) => sum + rows, 0);
}

/** `same`: how many rows are in both releases unchanged; null if that is not known. `tooMany`: new values are not listed. */
function changesOf(
  { from, to }: Pair,
  { tooMany, unread, ...read }: Read & { same: number | null; tooMany: boolean; unread: number },
  { frame, lang, listed }: { frame: Frame; lang: Language } & Required<Pick<Narrowed, 'listed'>>,
): Compared {
  const cells = { from: read.cellsFrom.map(readCell), to: read.cellsTo.map(readCell) };
  const diff = diffReleases({
    from: {
      release: from?.number ?? '',
      methodVersion: from?.methodVersion ?? to.methodVersion,
      cells: cells.from,
      assessments: read.assessmentsFrom,
      actions: read.actionsFrom.map(toReleasedAction),
    },
    to: {
      release: to.number,
      methodVersion: to.methodVersion,
      cells: cells.to,
      assessments: read.assessmentsTo,
      actions: read.actionsTo.map(toReleasedAction),
    },
  });
  const valuesOf = (list: readonly StoredCell[]) =>
    new Map(list.map(({ key, value }) => [key, value]));
  const values = { from: valuesOf(cells.from), to: valuesOf(cells.to) };
  const { UNCHANGED, ...classes } = diff.counts;
  const unchanged = read.same === null ? {} : { UNCHANGED: UNCHANGED + read.same };
  const fresh = read.fresh ?? classes.NEW;
  const counts = { ...classes, NEW: fresh, ...unchanged };
  // in the first release everything is new, and listing it would only repeat the release; of too many new values only those that were gaps are read
  const all = from === null ? [] : diff.items.filter((item) => !tooMany || item.class !== 'NEW');
  const items = listed(all);
  return {
    from,
    to,
    areas: frame.areas.map((area) => toArea(area, lang)),
    items: toChanges(items, {
      subject: subjectIn(frame),
      // the published texts, not numbers that were computed with
      valueOf: (item, side) => (item[side] === null ? null : (values[side].get(item.key) ?? null)),
      pick: (texts) => pickText(texts, lang),
    }),
    unlisted: from === null ? [] : countOthers(all, items, fresh),
    counts: Object.entries(counts).map(([name, count]) => ({ class: name, count })),
    newValues: fresh,
    confirmed: diff.confirmed,
    methodChanged: diff.methodChanged,
    unread,
  };
}
