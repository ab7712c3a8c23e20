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

/** What the rules check: one value, stored or about to be, and the published values of earlier years. */
export interface Checkable {
  indicator: DeskIndicator;
  year: number;
  current: Content;
  history: YearValue[];
  baselineYear: number | null;
  thisYear: number;
  /** The validation rules about the cell; null if there are none. */
  rules: RulesOfCell | null;
}

export interface Checked extends Checkable {
  current: WorkRevision;
  history: HistoricValue[];
}

/** Errors and warnings about a value. They are computed whenever they are needed and never stored. */
export function hitsOf(checked: Checkable): RuleHit[] {
  return checkCell(cellInput(checked)).hits.map(asRuleHit);
}

/** Errors and warnings on submission; the form shows the same ones for which a submission is refused. */
export function submissionHits(checked: Checkable, provenance: Provenance): RuleHit[] {
  return checkSubmission(cellInput(checked), provenance).hits.map(asRuleHit);
}

/** The errors that keep a value from being submitted. */
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

/** The whole input of the rules, nothing optional: if the rules get a new field, this type makes sure that it is filled here. */
type WholeInput = Required<Omit<CheckCellInput, 'indicator'>> & {
  indicator: Required<CheckCellInput['indicator']>;
};

// each field by name: a large return creates very many of these, and copying whole indicators would take longer than checking
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
