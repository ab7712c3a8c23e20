import type { EntityManager } from '@mikro-orm/postgresql';
import {
  METHOD_VERSION,
  diffReleases,
  type ReleaseDiff,
  type ReleasedAction,
  type ReleasedAssessment,
  type ReleasedCell,
} from '@qadam/domain';
import { sql } from 'kysely';
import { by, CELL_COLUMNS, exact, sameCell } from '../../database/expressions.ts';
import { releasedActionsOf, releasedPacesOf, toReleasedAction } from '../publication/compared.ts';
import type { PreviousRelease } from './build-release.ts';
import { type CountedTable, MAX_LISTED } from './release-preview.type.ts';
import { rowsOf, rowsOn, stage } from './stage.ts';

type Side = Parameters<typeof rowsOf>[0];

export interface CandidateDiff extends ReleaseDiff {
  /** The tables with the most new values, if these are too many to be listed one by one. */
  newTables: CountedTable[];
}

/** What the staged candidate changes from the previous release. Only cells that differ are read; the others are counted. */
export async function diffCandidate(
  em: EntityManager,
  previous: PreviousRelease | null,
): Promise<CandidateDiff> {
  const { fresh, unchanged, tables } = await countCells(em);
  const listsNew = fresh <= MAX_LISTED;
  const cells = await changedCells(em, listsNew);
  const diff = diffReleases({
    from: {
      release: previous?.number ?? '',
      methodVersion: previous?.methodVersion ?? METHOD_VERSION,
      cells: cells.flatMap(({ before }) => before ?? []),
      assessments: await assessments(em, 'STANDING'),
      actions: await actions(em, 'STANDING'),
    },
    to: {
      release: '',
      methodVersion: METHOD_VERSION,
      cells: cells.flatMap(({ after }) => after ?? []),
      assessments: await assessments(em, 'CANDIDATE'),
      actions: await actions(em, 'CANDIDATE'),
    },
  });
  const counts = { ...diff.counts, NEW: fresh, UNCHANGED: diff.counts.UNCHANGED + unchanged };
  // of too many new values only those that were gaps are read
  const items = diff.items.filter((item) => listsNew || item.class !== 'NEW');
  return { ...diff, items, counts, newTables: listsNew ? [] : tables };
}

/** Cells of the candidate (`c`) joined with those of the newest release (`s`). */
const compared = (em: EntityManager) =>
  stage(em)
    .selectFrom('candidate_value as c')
    .fullJoin(rowsOf('STANDING', 'value').as('s'), (join) => join.on(sameCell('c', 's')));

const SAME = sql<boolean>`(c.value is not distinct from s.value and c.obs_status = s.obs_status)`;

/**
 * How many cells are fresh and how many are the same, and the tables with the most fresh ones. A cell is fresh if it was absent or a gap before, and is
 * shown or hidden now (methods.md 1.11).
 */
async function countCells(em: EntityManager) {
  const table = ['c.indicator', 'c.area', 'c.year'] as const;
  const counted = compared(em)
    .select(table)
    .select(
      sql<number>`count(*) filter (where (c.value is not null or c.obs_status = 'Q')
        and s.value is null and s.obs_status is distinct from 'Q')`.as('fresh'),
    )
    .select(sql<number>`count(*) filter (where ${SAME})`.as('unchanged'))
    .groupBy(table);
  const rows = await stage(em)
    .selectFrom(counted.as('t'))
    .select(['t.indicator', 't.area', 't.year', 't.fresh as values'])
    .select(sql<number>`(sum(t.fresh) over ())::int`.as('fresh'))
    .select(sql<number>`(sum(t.unchanged) over ())::int`.as('unchanged'))
    .orderBy('t.fresh', 'desc')
    .$call(by('t.indicator', 't.area', 't.year'))
    .limit(MAX_LISTED)
    .$narrowType<{ indicator: string; area: string; year: number }>()
    .execute();
  const { fresh = 0, unchanged = 0 } = rows[0] ?? {};
  const tables = rows.filter(({ values }) => values > 0);
  return { fresh, unchanged, tables };
}

function changedCells(em: EntityManager, withNew: boolean) {
  const key = sql.join(
    CELL_COLUMNS.map(
      (column) => sql`coalesce(${sql.ref(`c.${column}`)}, ${sql.ref(`s.${column}`)})`,
    ),
  );
  const side = (alias: 'c' | 's') =>
    sql<ReleasedCell | null>`case when ${sql.ref(`${alias}.obs_status`)} is not null then json_build_object(
      'key', concat_ws('|', ${key}), 'value', ${exact(`${alias}.value`)}, 'status', ${sql.ref(`${alias}.obs_status`)},
      'reason', ${sql.ref(`${alias}.reason`)}) end`;
  return compared(em)
    .select([side('s').as('before'), side('c').as('after')])
    .where(
      sql<boolean>`(c.obs_status is null or case when s.obs_status is null then ${withNew} else not ${SAME} end)`,
    )
    .execute();
}

const assessments = (em: EntityManager, side: Side): Promise<ReleasedAssessment[]> =>
  stage(em)
    .selectFrom(releasedPacesOf(rowsOn(side)).as('paces'))
    .selectAll()
    .execute();

async function actions(em: EntityManager, side: Side): Promise<ReleasedAction[]> {
  const rows = releasedActionsOf(rowsOn(side)).as('actions');
  return (await stage(em).selectFrom(rows).selectAll().execute()).map(toReleasedAction);
}
