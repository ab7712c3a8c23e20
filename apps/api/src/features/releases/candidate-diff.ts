import type { EntityManager } from '@mikro-orm/postgresql';
import {
  METHOD_VERSION,
  diffReleases,
  type ReleaseDiff,
  type ReleasedAssessment,
  type ReleasedCell,
} from '@qadam/domain';
import { cellColumns } from '../../database/cell-columns.ts';
import { MOST_NEW_TOLD } from '../publication/changes.type.ts';
import {
  releasedActions,
  toReleasedAction,
  type ReleasedActionRow,
} from '../publication/released-actions.ts';
import type { PreviousRelease } from './build-release.ts';

interface ChangedCell {
  key: string;
  before: ReleasedCell | null;
  after: ReleasedCell | null;
}

/** What the staged candidate changes of the release before. Only cells that differ are read; the rest is a number. */
export async function diffCandidate(
  em: EntityManager,
  previous: PreviousRelease | null,
): Promise<ReleaseDiff> {
  const fresh = await countNew(em);
  const cells = await changedCells(em, fresh <= MOST_NEW_TOLD);
  const [unchanged] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from candidate_value c join publication.value s using (${CELL}) where s.until_release is null and ${SAME}`,
  );
  const diff = diffReleases({
    from: {
      release: previous?.number ?? '',
      methodVersion: previous?.methodVersion ?? METHOD_VERSION,
      cells: cells.flatMap(({ before }) => before ?? []),
      assessments: await assessments(em, 'publication'),
      actions: await actions(em, 'publication'),
    },
    to: {
      release: '',
      methodVersion: METHOD_VERSION,
      cells: cells.flatMap(({ after }) => after ?? []),
      assessments: await assessments(em, 'candidate'),
      actions: await actions(em, 'candidate'),
    },
  });
  const counts = {
    ...diff.counts,
    NEW: fresh,
    UNCHANGED: diff.counts.UNCHANGED + (unchanged?.count ?? 0),
  };
  return { ...diff, counts };
}

const CELL = cellColumns();
const SAME = `c.value is not distinct from s.value and c.obs_status = s.obs_status`;

/** Absent, or a gap, before; shown or hidden now (methods.md 1.11). */
async function countNew(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from candidate_value c left join (select * from publication.value where until_release is null) s using (${CELL})
     where (c.value is not null or c.obs_status = 'Q') and s.value is null and s.obs_status is distinct from 'Q'`,
  );
  return row?.count ?? 0;
}

async function changedCells(em: EntityManager, withNew: boolean): Promise<ChangedCell[]> {
  const side = (alias: string) =>
    `case when ${alias}.obs_status is not null then jsonb_build_object('key', concat_ws('|', ${CELL}),
       'value', trim_scale(${alias}.value)::text, 'status', ${alias}.obs_status, 'reason', ${alias}.reason) end`;
  return em.execute<ChangedCell[]>(
    `select concat_ws('|', ${CELL}) as key, ${side('s')} as before, ${side('c')} as after
     from candidate_value c full join (select * from publication.value where until_release is null) s using (${CELL})
     where (${withNew ? 's.obs_status is null or' : ''} c.obs_status is null or s.obs_status is not null and not (${SAME}))`,
  );
}

async function assessments(
  em: EntityManager,
  side: 'candidate' | 'publication',
): Promise<ReleasedAssessment[]> {
  const [prefix, standing] =
    side === 'candidate' ? ['candidate_', 'true'] : ['publication.', 'x.until_release is null'];
  return em.execute<ReleasedAssessment[]>(
    `select x.kind as level, x.subject, x.area as country, x.status,
       case when t.indicator is not null then jsonb_build_object('value', t.points->-1->>'value', 'year', t.points->-1->'year') end as target,
       case when t.baseline_year is not null then jsonb_build_object('value', trim_scale(t.baseline_value)::text, 'year', t.baseline_year) end as baseline
     from ${prefix}assessment x
       left join ${prefix}target t on t.indicator = x.subject and t.area = x.area and ${standing.replace('x.', 't.')}
     where x.kind = 'INDICATOR' and x.status is not null and ${standing}`,
  );
}

async function actions(em: EntityManager, side: 'candidate' | 'publication') {
  const table = (name: string) =>
    side === 'candidate'
      ? `candidate_${name}`
      : `(select * from publication.${name} where until_release is null)`;
  const rows = await em.execute<{ row: ReleasedActionRow }[]>(
    releasedActions({
      assessment: table('assessment'),
      link: table('action_indicator'),
      indicator: table('indicator'),
    }),
  );
  return rows.map(({ row }) => toReleasedAction(row));
}
