/** Lines of cells as a file. Cells that may need quotes come quoted. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.join(',')}\r\n`).join('');
