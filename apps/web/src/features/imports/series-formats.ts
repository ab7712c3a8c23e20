/** Formats in which offices name series of their own, by the names of their standards. */
export const SERIES_FORMATS: ReadonlyMap<string, string> = new Map([
  ['sdmx-structure-specific', 'SDMX-ML 2.1 structure-specific'],
  ['sdmx-generic', 'SDMX-ML 2.0/2.1 generic'],
  ['sdmx-csv', 'SDMX-CSV'],
  ['csv', 'CSV'],
  ['xlsx', 'XLSX'],
]);
