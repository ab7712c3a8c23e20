import {
  BREAKDOWN_DIMENSIONS,
  checkTable,
  partKey,
  tableTotals,
  type BreakdownTable,
  type TableCell,
} from '@qadam/domain';
import { typed, type DecimalMark } from '../../../desk/decimal-mark.ts';
import type { RuleHitFragment } from '../../../desk/problem.generated.ts';
import { asRuleHit, hitsOf, isSameHits } from '../read-draft.ts';
import { keyOf } from '../cell-key.ts';
import type { Patch } from '../cell-draft.ts';
import { isSubmittable, type EntryState, type Table } from '../entry-state.ts';
import type { FormCellFragment } from '../form-cell.generated.ts';
import type { FormPartFragment } from '../return-form.generated.ts';

type Member = Pick<EntryState, 'cell' | 'reading'>;

/** A part as a cell of its own, with what it shares with the whole value. Its hits are found here, by the same rules as on the server. */
export function partCell(
  whole: FormCellFragment,
  part: FormPartFragment,
  year: number,
): FormCellFragment {
  const cell = { ...whole, ...part, hits: [], lastSource: null };
  return part.current === null ? cell : { ...cell, hits: hitsOf(part.current, cell, year) };
}

/** The table as it is typed. A figure that cannot be read yet is null. */
function tableOf({ axes, additive }: Table, members: readonly Member[]): BreakdownTable {
  return {
    additive,
    axes: axes.flatMap(({ dimension: name, codes }) => {
      const dimension = BREAKDOWN_DIMENSIONS.find((one) => one === name);
      return dimension === undefined ? [] : [{ dimension, codes }];
    }),
    cells: members.map(({ cell: { part }, reading: { holds } }) => {
      const { value = null, numerator = null, denominator = null } = holds ?? {};
      return { part, value, numerator, denominator };
    }),
  };
}

/**
 * A value and its parts, each with the totals that its parts contradict. If such a total is not handed in, the error is
 * put at the first cell that is, where the server reports it too. Returns only those that change.
 */
export function withSums(whole: EntryState, parts: readonly EntryState[]): EntryState[] {
  if (whole.table === null) return [];
  const { indicator } = whole.cell;
  const members = [whole, ...parts];
  const found = new Map<string, RuleHitFragment[]>();
  const handedIn = members.filter(isSubmittable).map(({ cell }) => keyOf(cell));
  for (const { part, hit } of checkTable(tableOf(whole.table, members))) {
    const total = keyOf({ indicator, part, element: null });
    const key = handedIn.includes(total) ? total : (handedIn[0] ?? total);
    found.set(key, [...(found.get(key) ?? []), asRuleHit(hit)]);
  }
  return members.flatMap((entry) => {
    const sums = found.get(keyOf(entry.cell)) ?? [];
    return isSameHits(sums, entry.sums) ? [] : [{ ...entry, sums }];
  });
}

/** What complete parts add up to, where their total says something else: one patch for each such total. */
export function offeredTotals(
  shape: Table,
  members: readonly EntryState[],
  mark: DecimalMark,
): Patch[] {
  const offered = new Map(
    tableTotals(tableOf(shape, members)).map((total) => [partKey(total.part), total]),
  );
  return members.flatMap((member) => {
    const total = offered.get(partKey(member.cell.part));
    if (total === undefined || !member.cell.editable || says(member, total)) return [];
    const patch = {
      value: typed(total.value, mark),
      numerator: typed(total.numerator, mark),
      denominator: typed(total.denominator, mark),
      missingReason: null,
    };
    return [{ key: keyOf(member.cell), patch }];
  });
}

function says({ reading: { holds } }: Member, total: TableCell): boolean {
  if (holds === null) return false;
  return total.numerator === null
    ? holds.value === total.value
    : holds.numerator === total.numerator && holds.denominator === total.denominator;
}
