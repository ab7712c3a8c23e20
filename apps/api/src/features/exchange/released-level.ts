import type { LevelWord, Movement, Status } from '../../graphql/enums.ts';
import { rows, standing } from '../publication/standing.ts';
import type { RowFilter } from './row-filter.ts';

/** How far an action or an indicator is in an area, as of the year of the release; of a number also its pace. */
export interface ReleasedLevel {
  kind: 'ACTION' | 'INDICATOR';
  subject: string;
  area: string;
  word: LevelWord;
  /** Shares, exact. */
  level: string | null;
  low: string;
  high: string;
  known: number;
  total: number;
  movement: Movement;
  /** Percentage points since 2022. */
  points: string | null;
  status: Status | null;
  progress: string | null;
  pace: string | null;
  latestYear: number | null;
  /** Why there is no level. */
  reason: string | null;
  /** Sequence of the release since which it stands like this. */
  since: number;
}

/** All of a release, in the order of the framework. What is context is never judged. */
export const LEVELS = rows({
  from: `(select a.*, a.detail->'reason' as reason, a.from_release as since, coalesce(p.position, i.position) as position, r.position as place from ${standing('assessment')} a
    left join ${standing('action')} p on a.kind = 'ACTION' and p.code = a.subject
    left join ${standing('indicator')} i on a.kind = 'INDICATOR' and i.code = a.subject
    left join ${standing('area')} r on r.code = a.area
    where a.detail->>'reason' is distinct from 'CONTEXT')`,
  fields:
    'kind subject area word #level #low #high known total movement #points status #progress #pace latestYear reason since',
  order: 't.kind, t.position, t.subject, t.place, t.area',
});

/** Of the indicators and areas that a file is about; of actions where it is about all indicators. */
export function levelsOf(
  levels: readonly ReleasedLevel[],
  { indicators, areas }: RowFilter,
): ReleasedLevel[] {
  return levels.filter(
    ({ kind, subject, area }) =>
      (areas?.includes(area) ?? true) &&
      (indicators === undefined || (kind === 'INDICATOR' && indicators.includes(subject))),
  );
}
