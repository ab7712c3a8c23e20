import { sql } from 'kysely';
import { levels } from '../publication/public-rows.ts';
import { type Row, rowsAsOf } from '../publication/rows-as-of.ts';
import type { RowFilter } from './row-filter.ts';

/**
 * How far an action or an indicator is in an area, as of the year of the release: shares, exact, and percentage points since
 * 2022; of a number also its pace. `reason`: why there is no level; `since`: sequence of the release since which it stands
 * like this. In the order of the framework; what is context is never judged.
 */
export const releasedLevels = (at: number) =>
  levels(at)
    .leftJoin(rowsAsOf('action', at).as('p'), (on) =>
      on.onRef('p.code', '=', 't.subject').on('t.kind', '=', 'ACTION'),
    )
    .leftJoin(rowsAsOf('indicator', at).as('i'), (on) =>
      on.onRef('i.code', '=', 't.subject').on('t.kind', '=', 'INDICATOR'),
    )
    .leftJoin(rowsAsOf('area', at).as('r'), 'r.code', 't.area')
    .select(['t.from_release as since', sql<string | null>`t.detail ->> 'reason'`.as('reason')])
    .where(sql<boolean>`t.detail ->> 'reason' is distinct from 'CONTEXT'`)
    .orderBy('t.kind')
    .orderBy(({ fn }) => fn.coalesce('p.position', 'i.position'))
    .orderBy('t.subject')
    .orderBy('r.position')
    .orderBy('t.area');
export type ReleasedLevel = Row<typeof releasedLevels>;

/** Of the indicators and areas that a file is about; of actions where it is about all indicators. */
export function levelsOf(
  all: readonly ReleasedLevel[],
  { indicators, areas }: RowFilter,
): ReleasedLevel[] {
  return all.filter(
    ({ kind, subject, area }) =>
      (areas?.includes(area) ?? true) &&
      (indicators === undefined || (kind === 'INDICATOR' && indicators.includes(subject))),
  );
}
