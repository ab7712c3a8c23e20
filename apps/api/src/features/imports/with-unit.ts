import type { SourceRow } from './formats/format.ts';
import { splitUnit, unitIn } from './formats/unit-words.ts';

/** A name may tell the unit of its figures: “Выданные ордера, тыс. единиц”. */
export function withUnit(row: SourceRow): SourceRow {
  const { unit, indicator, series } = row.cells;
  if ((unit?.text.trim() ?? '') !== '') return row;
  // some call the measure of a figure what others call a series
  if (series !== undefined && unitIn(series.text) !== null)
    return { ...row, cells: { ...row.cells, unit: series } };
  for (const cell of [indicator, series]) {
    const split = cell && splitUnit(cell.text);
    if (split)
      return { ...row, cells: { ...row.cells, unit: { text: split.unit, column: cell.column } } };
  }
  return row;
}
