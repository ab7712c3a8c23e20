import { type CellHit, type CheckCellInput, checkCell, checkSubmission } from '@qadam/domain';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { HistoricValue } from './history.reader.ts';
import type { RuleHit } from './rule-hit.type.ts';
import type { WorkRevision } from './work-revision.type.ts';

/** What the rules look at: one stored value, and the published ones before it. */
export interface Checked {
  indicator: DeskIndicator;
  year: number;
  current: WorkRevision;
  history: HistoricValue[];
  baselineYear: number | null;
  thisYear: number;
}

/** What there is to say of a value. Computed from what is stored, never stored itself. */
export function hitsOf(checked: Checked): RuleHit[] {
  return checkCell(cellInput(checked)).hits.map(({ params, ...hit }) => ({
    ...hit,
    params: Object.entries(params).map(([name, value]) => ({ name, value })),
  }));
}

/** What keeps a value from being submitted. */
export function submissionErrors(checked: Checked): CellHit[] {
  return checkSubmission(cellInput(checked)).hits.filter(({ severity }) => severity === 'ERROR');
}

function cellInput({ indicator, current, thisYear, ...rest }: Checked): CheckCellInput {
  const { value, numerator, denominator, missingReason, obsStatus, comment } = current;
  const { year, history, baselineYear } = rest;
  return {
    indicator: { ...indicator, integer: indicator.whole },
    multiplier: indicator.multiplier,
    value,
    numerator,
    denominator,
    missingReason,
    obsStatus,
    comment,
    year,
    currentYear: thisYear,
    baselineYear,
    history,
  };
}
