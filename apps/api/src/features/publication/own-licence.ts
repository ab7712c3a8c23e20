/** The licence of values that the reporting bodies sent, and of the compilation as such (docs/data.md). */
export const OWN_LICENCE = 'CC BY 4.0';

/** The licence of a released row `v` with its source `s`; null where no source or body is named, as in a hidden cell. */
export const LICENCE_OF = (v: string, s: string): string =>
  `coalesce(${s}.licence, case when coalesce(${v}.body, ${v}.source_text) is not null then '${OWN_LICENCE}' end)`;
