import type { ImportProblem } from '../import-problem.ts';
import type { Facts, SourceCell, SourceRow } from './format.ts';
import type { Stub } from './stub.ts';
import { without } from './unsaid.ts';
import type { ValueColumn, WideTable } from './wide.ts';

/** A row of its own for each value that is there. `cellAt`: what stands in a column. */
export function* unfold(
  row: SourceRow,
  { values, constant }: Pick<WideTable, 'values' | 'constant'>,
  { facts: stub, isPart }: Stub,
  cellAt: (column: ValueColumn) => { cell: SourceCell; problem: ImportProblem | null },
): Iterable<SourceRow> {
  const subjects = new Set(values.map(({ facts }) => facts.indicator ?? facts.series));
  for (const column of values) {
    const { cell: value, problem } = cellAt(column);
    if (value.text.trim() === '' && problem === null) continue;
    const isByColumn = subjects.size > 1;
    const told = toldOf(constant, stub, column.facts, isByColumn);
    // a name that stands for the only place or part of the row, and that nobody knows; beside a country it may be a remark
    if (isByColumn && stub.series !== undefined && (isPart || row.cells.area === undefined))
      told.breakdown ??= stub.series;
    const cells = Object.fromEntries(
      Object.entries(told).map(([field, text]) => [field, { text, column: column.head }]),
    );
    yield {
      line: row.line,
      cells: { ...row.cells, ...cells, value },
      problems: [...row.problems, ...(problem === null ? [] : [problem])],
    };
  }
}

/**
 * A row of another name is not what the title or the head of all columns names: “Отказано” below “Выданные ордера”. Where each
 * column is about something else, that is what its figures are of.
 */
function toldOf(constant: Facts, stub: Facts, column: Facts, isByColumn: boolean): Facts {
  if (stub.series !== undefined) {
    const named = isByColumn ? column : without(column, 'indicator');
    return { ...without(constant, 'indicator'), ...stub, ...named };
  }
  return {
    ...(stub.indicator === undefined ? constant : without(constant, 'series')),
    ...stub,
    ...column,
  };
}
