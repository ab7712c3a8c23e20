import {
  cellMarks,
  classOf,
  dataQuality,
  type DataQualityInput,
  type PublishedRevision,
} from '@qadam/domain';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { factsOf } from '../../graphql/quality-facts.type.ts';
import type { WorkObservation } from '../returns/work-observation.type.ts';
import type { AssignedCell } from './assigned-cells.ts';
import type { QualityArea, QualityCell } from './quality.type.ts';

type Found = ReadonlyMap<string | null, WorkObservation>;
type Group = readonly [AssignedCell, ...AssignedCell[]];

/** The data quality of one area: the four facts, and every cell with its class and marks. */
export function qualityOf(
  group: Group,
  found: Found,
  lang: Language,
): { area: QualityArea; cells: QualityCell[] } {
  const input = inputOf(group, found);
  const [{ area, areaName, due }] = group;
  return {
    area: { area, areaName: pickText(areaName, lang), dueOn: due, ...factsOf(dataQuality(input)) },
    cells: group.map((cell) => cellOf(cell, found.get(cell.observation))),
  };
}

function inputOf(group: Group, found: Found): DataQualityInput {
  const [{ area, year, due, day }] = group;
  const observations = group.flatMap(({ observation }) => found.get(observation) ?? []);
  return {
    country: area,
    cycle: { year, due },
    day,
    view: 'WORKING',
    assignments: group.map((cell) => assignmentOf(cell, found.get(cell.observation))),
    hits: observations.flatMap(({ indicator, hits, current }) =>
      hits.flatMap(({ rule, severity }) =>
        severity === 'OK' ? [] : [{ indicator, rule, severity, comment: current.comment }],
      ),
    ),
    revisions: observations.flatMap(publishedRevisions),
  };
}

function assignmentOf(
  { indicator, state, submittedOn }: AssignedCell,
  observation: WorkObservation | undefined,
) {
  const { value = null, missingReason = null } = observation?.current ?? {};
  return {
    indicator,
    state: state ?? 'EMPTY',
    hasValue: value !== null,
    missingReason,
    submittedOn,
  };
}

/** A cell with its class, its marks and what explains the marks. */
export function cellOf(cell: AssignedCell, observation: WorkObservation | undefined): QualityCell {
  const { area, indicator, year, state, submittedOn, due, day } = cell;
  const current = observation?.current;
  const hits = (observation?.hits ?? []).filter(({ severity }) => severity !== 'OK');
  const revisions = observation ? publishedRevisions(observation).length : 0;
  return {
    area,
    indicator,
    year,
    observation: cell.observation,
    class: classOf(assignmentOf(cell, observation), { cycle: { year, due }, day, view: 'WORKING' }),
    state: state ?? 'EMPTY',
    marks: cellMarks({ due, submittedOn, obsStatus: current?.obsStatus, revisions, hits }),
    submittedOn,
    missingReason: current?.missingReason ?? null,
    comment: current?.comment ?? null,
    revisions,
    hits,
  };
}

/**
 * How the published value of a cell was revised since its first publication. A value leaves APPROVED only through a release
 * or by undoing the approval, so each revision whose last decision is an approval, up to the published one, was published.
 */
function publishedRevisions(observation: WorkObservation): PublishedRevision[] {
  const { indicator, published, revisions, reviews } = observation;
  if (published === null) return [];
  const decided = new Map(reviews.map(({ revision, decision }) => [revision, decision]));
  const released = revisions.filter(
    ({ id, via, number }) =>
      number <= published.number &&
      (id === published.id || via === 'SOURCE_IMPORT' || decided.get(id) === 'APPROVED'),
  );
  return released.slice(1).map(({ value, reason }, index) => ({
    indicator,
    from: released[index]?.value ?? null,
    to: value,
    reason,
  }));
}
