import type { ImportProblem } from '../import-problem.ts';
import type { Facts, SourceCell, SourceRow } from './format.ts';
import { without } from './unsaid.ts';
import type { ValueColumn, WideTable } from './wide.ts';

/** A row of its own for each value that is there. `cellAt`: what stands in a column. */
export function* unfold(
  row: SourceRow,
  { values, constant }: Pick<WideTable, 'values' | 'constant'>,
  stub: Facts,
  cellAt: (column: ValueColumn) => { cell: SourceCell; problem: ImportProblem | null },
): Iterable<SourceRow> {
  for (const column of values) {
    const { cell: value, problem } = cellAt(column);
    if (value.text.trim() === '' && problem === null) continue;
    const told = toldOf(constant, stub, column.facts);
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

/** A row of another name is not what the title or the head of a column names: “Отказано” below “Выданные ордера”. */
function toldOf(constant: Facts, stub: Facts, column: Facts): Facts {
  if (stub.series !== undefined)
    return { ...without(constant, 'indicator'), ...stub, ...without(column, 'indicator') };
  return {
    ...(stub.indicator === undefined ? constant : without(constant, 'series')),
    ...stub,
    ...column,
  };
}
