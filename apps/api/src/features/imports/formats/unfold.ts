import type { ImportProblem } from '../import-problem.ts';
import type { Facts, SourceCell, SourceRow } from './format.ts';
import type { Stub } from './stub.ts';
import { without } from './unsaid.ts';
import type { ValueColumn, WideTable } from './wide.ts';

/** Makes a row for each value of a row in a wide table. `cellAt`: reads the cell of a column. */
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
    // each column has its own subject, so an unknown name of the row must be a place or part; beside a country it may be just a remark
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
 * Combines what title, stub and column head say. A row with another name is not about the indicator of the title or of the common head:
 * “Отказано” below “Выданные ордера”. But if every column has its own indicator, the figures are about that.
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
