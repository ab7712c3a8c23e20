import type { EntityManager } from '@mikro-orm/postgresql';
import { diffReleases, isDay, type ReleasedAssessment, type ReleasedCell } from '@qadam/domain';
import { cellColumns } from '../../database/cell-columns.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { toChange, type Subject } from './change.ts';
import { MOST_NEW_TOLD, type Changes } from './changes.type.ts';
import { toArea } from './page-parts.ts';
import { AREAS, type AreaRow } from './public-rows.ts';
import { readReleases, releaseOn, type ReadRelease } from './release.reader.ts';
import { releasedActions, toReleasedAction, type ReleasedActionRow } from './released-actions.ts';
import { rows, standing } from './standing.ts';

interface Read {
  areas: AreaRow[];
  subjects: Subject[];
  cellsFrom: ReleasedCell[];
  cellsTo: ReleasedCell[];
  assessmentsFrom: ReleasedAssessment[];
  assessmentsTo: ReleasedAssessment[];
  actionsFrom: ReleasedActionRow[];
  actionsTo: ReleasedActionRow[];
  fresh: number;
  unchanged: number;
}

/** What is asked about; `subject` is the column with the code of the indicator or action. */
const wanted = (
  subject: string,
) => `((select area from at) is null or x.area = (select area from at))
    and ((select subjects from at) is null or x.${subject} = any ((select subjects from at)::text[]))`;
const WANTED = wanted('indicator');

/** Rows that stand in one release and not in the other: everything else is unchanged. */
function only(
  table: string,
  inRelease: 'at.earlier' | 'at.release',
  notIn: 'at.earlier' | 'at.release',
): string {
  return `select x.* from publication.${table} x, at where x.from_release <= ${inRelease} and (x.until_release is null or x.until_release > ${inRelease})
    and not (x.from_release <= ${notIn} and (x.until_release is null or x.until_release > ${notIn})) and ${WANTED}`;
}

const CELL = cellColumns();

function cells(from: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('key', concat_ws('|', ${CELL}), 'value', trim_scale(value)::text,
    'status', obs_status, 'reason', reason)) from ${from}), '[]')`;
}

/**
 * NEW: absent, or a gap, before; shown or hidden now (methods.md 1.11). Too many of them are counted and not told; what has
 * a row on both sides is always told.
 */
const SIDES = `earlier as (${only('value', 'at.earlier', 'at.release')}), later as (${only('value', 'at.release', 'at.earlier')}),
  fresh as (select count(*)::int as count from later l left join earlier e using (${CELL})
    where (l.value is not null or l.obs_status = 'Q') and e.value is null and e.obs_status is distinct from 'Q'),
  told as (select l.* from later l where (select count from fresh) <= (select most from at)
    or (${CELL}) in (select ${CELL} from earlier))`;

/** The pace of numbers toward their targets. */
function assessments(release: 'at.earlier' | 'at.release'): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('level', x.kind, 'subject', x.subject, 'country', x.area, 'status', x.status,
      'target', case when g.indicator is not null then jsonb_build_object('value', g.points->-1->>'value', 'year', g.points->-1->'year') end,
      'baseline', case when g.baseline_year is not null then jsonb_build_object('value', trim_scale(g.baseline_value)::text, 'year', g.baseline_year) end))
    from ${standing('assessment', release)} x
      left join ${standing('target', release)} g on g.indicator = x.subject and g.area = x.area
    where x.kind = 'INDICATOR' and x.status is not null and ${wanted('subject')}), '[]')`;
}

function actions(release: 'at.earlier' | 'at.release'): string {
  const tables = {
    assessment: standing('assessment', release),
    link: standing('action_indicator', release),
    indicator: standing('indicator', release),
  };
  return `coalesce((select jsonb_agg(a.row) from (${releasedActions(tables, wanted('subject'))}) a), '[]')`;
}

/** Several comparisons in one statement. */
const SQL = `select p.earlier, read.*
  from jsonb_to_recordset(?::jsonb) as p(release int, earlier int, area text, subjects text[], most int)
  cross join lateral (with at as (select p.*), ${SIDES}
  select ${AREAS} as areas,
    ${rows({
      from: `(select code, 'ACTION' as level, title as name, null::int as decimals, null::text as unit from ${standing('action')} a
        union all select code, 'INDICATOR', name, decimals, unit from ${standing('indicator')} i
        union all select e->>'code', 'ELEMENT', e->'name', null, null from ${standing('indicator')} i, jsonb_array_elements(i.elements) e)`,
      fields: 'code level name decimals unit',
    })} as subjects,
    ${cells('earlier')} as "cellsFrom", ${cells('told')} as "cellsTo", (select count from fresh) as fresh,
    ${assessments('at.earlier')} as "assessmentsFrom", ${assessments('at.release')} as "assessmentsTo",
    ${actions('at.earlier')} as "actionsFrom", ${actions('at.release')} as "actionsTo",
    (select count(*)::int from ${standing('value')} x where x.from_release <= (select earlier from at) and ${WANTED}) as unchanged) read`;

export interface Pair {
  /** null: before the first. */
  from: ReadRelease | null;
  to: ReadRelease;
}

export interface Narrowed {
  area?: string | null | undefined;
  /** Codes of indicators and actions. */
  subjects?: readonly string[] | null;
  /** With more new values than this they are counted and not told. */
  most?: number;
}

/** What changed in each pair of releases, in the order it is told, without the pairs whose later release does not know the area. */
export async function readPairs(
  em: EntityManager,
  pairs: readonly Pair[],
  { area = null, subjects = null, most = MOST_NEW_TOLD }: Narrowed,
  lang: Language,
): Promise<Changes[]> {
  const asked = pairs.map(({ from, to }) => ({
    release: to.sequence,
    earlier: from?.sequence ?? 0,
    area,
    subjects,
    most,
  }));
  const read = await em.execute<(Read & { earlier: number })[]>(SQL, [JSON.stringify(asked)]);
  return pairs.flatMap((pair) => {
    const one = read.find(({ earlier }) => earlier === (pair.from?.sequence ?? 0));
    const known = area === null || one?.areas.some(({ code }) => code === area);
    return one && known ? [changesOf(pair, one, lang)] : [];
  });
}

function changesOf({ from, to }: Pair, read: Read, lang: Language): Changes {
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
  const subjects = new Map(
    read.subjects.map((subject) => [`${subject.level} ${subject.code}`, subject]),
  );
  const counts = {
    ...diff.counts,
    NEW: read.fresh,
    UNCHANGED: diff.counts.UNCHANGED + read.unchanged,
  };
  return {
    from,
    to,
    areas: read.areas.map((area) => toArea(area, lang)),
    // Of the first release everything is new: that is the release itself, and no list of changes.
    items:
      from === null
        ? []
        : diff.items.map((item) =>
            toChange(item, subjects, values, (texts) => pickText(texts, lang)),
          ),
    counts: Object.entries(counts).map(([name, count]) => ({ class: name, count })),
    confirmed: diff.confirmed,
    methodChanged: diff.methodChanged,
  };
}

export interface ChangesAsked {
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
