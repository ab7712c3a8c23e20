import type { ComputedRate } from '../progress/compute-rate.ts';
import { type DecimalText, decimalText, readDecimalText } from '../values/decimal-text.ts';
import type { Numeric } from '../values/decimal.ts';
import { error, hitsOf, warning } from './cell-hit.ts';
import { STATUS_OF_REASON } from './cell-content.ts';
import type { CellCheck, CellHit, CheckCellInput } from './check-cell.types.ts';
import { checkFact } from './check-fact.ts';
import { checkProvenance, type Provenance } from './check-provenance.ts';
import { historyHits } from './history-hits.ts';
import { naturalLimits } from './natural-limits.ts';
import { period } from './period.ts';
import { personalData } from './personal-data.ts';
import { range } from './range.ts';
import { rateOfPeople } from './rate-of-people.ts';
import { rateOfParts, ratioHits } from './ratio-hits.ts';
import { isBlank, required } from './required.ts';
import { brokenRules } from './validation-rule.ts';

/**
 * All rules of one reported cell, in their order: parse → type and range → period → parts → history →
 * validation rules of officers → comment. The web grid calls it at every keystroke, the API before it accepts.
 *
 * If a figure is not a decimal at all, nothing else is checked; otherwise every rule runs, so that all can be
 * repaired at once. Compares exactly, never rounded; never throws for what a person can type. Source: methods.md 7.
 */
export function checkCell(cell: CheckCellInput): CellCheck {
  const unreadable = parseHits(cell);
  if (unreadable.length > 0) return checked(unreadable);
  const { max, decimals } = cell.indicator;
  const rate = rateOfParts(cell, { max, decimals, multiplier: cell.multiplier });
  const value = cell.value ?? rate?.value ?? null;
  return checked([
    ...valueHits(cell, value, rate),
    ...periodHits(cell),
    ...ratioHits(cell, rate),
    ...peopleHits(cell, value),
    ...(value === null ? [] : historyHits(cell, value)),
    ...ruleHits(cell, value),
    ...commentHits(cell),
  ]);
}

/** A missing value, or a value that a rule warns of, can only be submitted with a comment. Source: methods.md 7. */
export function needsComment(
  { missingReason }: Pick<CheckCellInput, 'missingReason'>,
  hits: readonly { severity: string }[],
): boolean {
  return missingReason != null || hits.some(({ severity }) => severity === 'WARN');
}

/**
 * `checkCell`, and what submission requires on top: a cell that needs a comment has one, else one ERROR
 * COMMENT_REQUIRED; its value has a source (`checkProvenance`), and a stage of a law is a dated fact (`checkFact`): both are
 * known of a figure out of a NAMED_SOURCE. Any ERROR blocks submission. Source: methods.md 7.
 */
export function checkSubmission(
  cell: CheckCellInput,
  provenance: Provenance | 'NAMED_SOURCE',
): CellCheck {
  const { hits } = checkCell(cell);
  const asked = hits.some(({ code }) => code === 'COMMENT_REQUIRED');
  const unexplained = !asked && needsComment(cell, hits) && isBlank(cell.comment);
  return checked([
    ...hits,
    ...(unexplained ? [error('checkSubmission', 'COMMENT_REQUIRED')] : []),
    ...(provenance === 'NAMED_SOURCE' ? [] : proofHits(cell, provenance)),
  ]);
}

function proofHits(cell: CheckCellInput, provenance: Provenance): CellHit[] {
  const { value = null, year, fact = null } = cell;
  const { kind } = cell.indicator;
  return [
    ...(kind === 'MILESTONE' ? checkFact({ value, year, fact }, provenance) : []),
    ...checkProvenance(kind, value, provenance),
  ];
}

const FIGURES = ['value', 'numerator', 'denominator'] as const;

function parseHits(cell: CheckCellInput): CellHit[] {
  return FIGURES.flatMap((field) => {
    const typed = cell[field];
    const problem = typed == null ? null : read(typed).problem;
    if (problem === null) return [];
    return [{ ...error('readDecimalText', problem), params: { field } }];
  });
}

function read(typed: Numeric): DecimalText {
  return readDecimalText(typeof typed === 'string' ? typed : decimalText(typed));
}

function valueHits(
  cell: CheckCellInput,
  value: Numeric | null,
  rate: ComputedRate | null,
): CellHit[] {
  if (value !== null) {
    const limits = naturalLimits(cell.indicator);
    const { min, max, step } = limits;
    return hitsOf('range', range({ ...limits, value }), { value, min, max, step });
  }
  // Parts that give no rate get a hit of their own, from ratioHits.
  if (rate !== null && rate.problems.length > 0) return [];
  const reason = cell.missingReason ?? rate?.missingReason;
  const status = reason == null ? cell.obsStatus : STATUS_OF_REASON[reason];
  return hitsOf('required', required({ value, status, comment: cell.comment }));
}

function peopleHits({ multiplier }: CheckCellInput, value: Numeric | null): CellHit[] {
  if (value === null) return [];
  return hitsOf('rateOfPeople', rateOfPeople({ value, multiplier }), { value, per: multiplier });
}

function periodHits({ year, obsStatus, currentYear, baselineYear }: CheckCellInput): CellHit[] {
  const verdict = period({ year, status: obsStatus, currentYear, baselineYear });
  return hitsOf('period', verdict, { year, currentYear, baselineYear });
}

function ruleHits(
  { numerator, denominator, rules }: CheckCellInput,
  value: Numeric | null,
): CellHit[] {
  return rules == null ? [] : brokenRules({ value, numerator, denominator }, rules);
}

/** Warns if a comment seems to name a person: nobody may be recognisable in it. */
function commentHits({ comment }: CheckCellInput): CellHit[] {
  return personalData(comment).length === 0 ? [] : [warning('personalData', 'PERSONAL_DATA')];
}

function checked(hits: CellHit[]): CellCheck {
  const blocked = hits.some(({ severity }) => severity === 'ERROR');
  return { severity: blocked ? 'ERROR' : hits.length > 0 ? 'WARN' : 'OK', hits };
}
