/** The text of a CSV file. Cells that need quotes have to be quoted already. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.join(',')}\r\n`).join('');
