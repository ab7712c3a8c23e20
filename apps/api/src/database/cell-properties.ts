import { p } from '@mikro-orm/core';

/** What names a cell, as the key of a table, or the beginning of it: the properties of CELL_COLUMNS. */
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
