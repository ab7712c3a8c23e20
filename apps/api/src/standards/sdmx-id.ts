/** Identifiers of SDMX must not contain dots: A4.2 becomes A4_2. */
export const sdmxId = (code: string): string => code.replace(/[^A-Za-z0-9_@$-]/g, '_');
