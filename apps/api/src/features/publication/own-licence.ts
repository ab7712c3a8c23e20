/** The licence of values that the reporting bodies sent, and of the compilation as such (docs/data.md). */
export const OWN_LICENCE = 'CC BY 4.0';

/**
 * The licence of a value: that of its source, or our own if the value names a body or a document of one (`own`). Null if it names neither, as in a
 * hidden cell.
 */
export const licenceOf = (source: { licence: string } | undefined, own: boolean): string | null =>
  source?.licence ?? (own ? OWN_LICENCE : null);
