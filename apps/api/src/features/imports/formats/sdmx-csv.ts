import type { Format, SourceRow } from './format.ts';
import { readTable } from './csv.ts';

const HEAD = /^(?:\uFEFF)?"?(?:STRUCTURE(?:\[.\])?|DATAFLOW)"?[,;\t]/;

/** SDMX-CSV 1.0 (first column DATAFLOW) and 2.0 or 2.1 (STRUCTURE). It has decimal commas only if `;` separates the columns. */
export const sdmxCsv: Format = {
  name: 'sdmx-csv',
  recognises: (bytes) => HEAD.test(new TextDecoder().decode(bytes.subarray(0, 64))),
  read: (bytes, options) => {
    const { rows, delimiter, ...file } = readTable(bytes, options, true);
    return { ...file, rows: () => plain(rows()), decimal: delimiter === ',' ? '.' : null };
  },
};

/** `labels=both` writes `KZ: Kazakhstan`; 2.1 writes NaN and #N/A for what is missing on purpose. */
function* plain(rows: Iterable<SourceRow>): Iterable<SourceRow> {
  for (const row of rows) {
    for (const [field, cell] of Object.entries(row.cells)) {
      if (field === 'source' || field === 'comment') continue;
      const text = cell.text.trim();
      if (text === 'NaN' || text === '#N/A') cell.text = '';
      else cell.text = text.replace(/^([\w-]+): .*$/, '$1');
    }
    yield row;
  }
}
