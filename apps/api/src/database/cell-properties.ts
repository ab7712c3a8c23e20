import { p } from '@mikro-orm/core';

/** The properties of CELL_COLUMNS, which identify a cell: they are the key of a table, or its beginning. */
export const cellKey = {
  indicator: () => p.text().primary(),
  area: () => p.text().primary(),
  year: () => p.integer().primary(),
  sex: () => p.text().primary(),
  age: () => p.text().primary(),
  urbanisation: () => p.text().primary(),
  region: () => p.text().primary(),
  breakdown: () => p.text().primary(),
};
