/** Identifiers of SDMX admit no dot: A4.2 is A4_2. */
export const sdmxId = (code: string): string => code.replace(/[^A-Za-z0-9_@$-]/g, '_');
