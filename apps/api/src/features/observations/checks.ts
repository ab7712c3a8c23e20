import {
  type CellHit,
  type CheckCellInput,
  checkCell,
  checkSubmission,
  type Provenance,
  type RulesOfCell,
} from '@qadam/domain';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { Content } from './observation.entity.ts';
import type { HistoricValue } from './history.reader.ts';
import type { RuleHit, YearValue } from './cell.type.ts';
import type { WorkRevision } from './work-revision.type.ts';

/** What the rules look at: one value, stored or about to be, and the published ones before it. */
export interface Checkable {
  indicator: DeskIndicator;
  year: number;
  current: Content;
  history: YearValue[];
  baselineYear: number | null;
  thisYear: number;
  /** Validation rules about it; null where there are none. */
  rules: RulesOfCell | null;
}

export interface Checked extends Checkable {
  current: WorkRevision;
  history: HistoricValue[];
}

/** Errors and warnings about a value. Computed from what is stored, never stored itself. */
export function hitsOf(checked: Checkable): RuleHit[] {
  return checkCell(cellInput(checked)).hits.map(asRuleHit);
}

/** Errors and warnings when it is handed in: the form shows the same that submission refuses. */
export function submissionHits(checked: Checkable, provenance: Provenance): RuleHit[] {
  return checkSubmission(cellInput(checked), provenance).hits.map(asRuleHit);
}

/** What keeps a value from being submitted. */
export function submissionErrors(
  checked: Checkable,
  provenance: Provenance | 'NAMED_SOURCE',
): CellHit[] {
  return checkSubmission(cellInput(checked), provenance).hits.filter(
    ({ severity }) => severity === 'ERROR',
  );
}

const asRuleHit = ({ params, ...hit }: CellHit): RuleHit => ({
  ...hit,
  params: Object.entries(params).map(([name, value]) => ({ name, value })),
});

/** What the rules may ask, none left out: a field that they come to ask is to be named here, too. */
type WholeInput = Required<Omit<CheckCellInput, 'indicator'>> & {
  indicator: Required<CheckCellInput['indicator']>;
};

// each field by its name: a large return makes very many of these, and to copy all that is known of an indicator takes longer than to check
function cellInput(checked: Checkable): WholeInput {
  const { indicator, year, current, history, baselineYear, thisYear, rules } = checked;
  const { kind, min, max, step, decimals, unit, valueType, whole, multiplier } = indicator;
  const { value, numerator, denominator, missingReason, obsStatus, comment } = current;
  const { factDate, provision } = current;
  return {
    indicator: { kind, min, max, integer: whole, step, decimals, unit, valueType },
    value,
    numerator,
    denominator,
    multiplier,
    missingReason,
    obsStatus,
    comment,
    year,
    currentYear: thisYear,
    baselineYear,
    fact: { factDate, provision },
    history,
    rules,
  };
}
