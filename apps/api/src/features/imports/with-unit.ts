import type { SourceRow } from './formats/format.ts';
import { splitUnit, unitIn } from './formats/unit-words.ts';

/** Takes the unit from the row's name if it has no unit of its own: “Выданные ордера, тыс. единиц”. */
export function withUnit(row: SourceRow): SourceRow {
  const { unit, indicator, series } = row.cells;
  if ((unit?.text.trim() ?? '') !== '') return row;
  // some files have the unit in the column that others use for the series
  if (series !== undefined && unitIn(series.text) !== null)
    return { ...row, cells: { ...row.cells, unit: series } };
  for (const cell of [indicator, series]) {
    const split = cell && splitUnit(cell.text);
    if (split)
      return { ...row, cells: { ...row.cells, unit: { text: split.unit, column: cell.column } } };
  }
  return row;
}
