/** The licence of values that the reporting bodies sent, and of the compilation as such (docs/data.md). */
export const OWN_LICENCE = 'CC BY 4.0';

/** The licence of a value: its source's, or our own where a body or a document of it is named (`own`). Null where nothing is, as in a hidden cell. */
export const licenceOf = (source: { licence: string } | undefined, own: boolean): string | null =>
  source?.licence ?? (own ? OWN_LICENCE : null);
