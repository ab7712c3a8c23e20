interface StatusRow {
  /** Orders statuses from good to bad, higher is better; null where nothing was judged. */
  rank: number | null;
  /** Order of the words in filters, legends and sorted tables; hidden last. */
  sort: number;
  /** Key of the shape that always accompanies the colour; drawn by web. */
  glyph: string;
}

/**
 * The pace of a number toward its target: every word, its order and its shape. Laws and yes/no questions have levels
 * instead. Source: methods.md 1.13. Colours belong to the theme, words to i18n.
 */
export const STATUS_TABLE = {
  ACHIEVED: { rank: 6, sort: 1, glyph: 'check' },
  ON_TRACK: { rank: 5, sort: 2, glyph: 'disc' },
  DELAYED: { rank: 4, sort: 3, glyph: 'triangle-up' },
  OFF_TRACK: { rank: 3, sort: 4, glyph: 'square' },
  MISSED: { rank: 2, sort: 5, glyph: 'cross' },
  REGRESSED: { rank: 1, sort: 6, glyph: 'triangle-down' },
  NO_DATA: { rank: null, sort: 7, glyph: 'hatch' },
  NO_BASELINE: { rank: null, sort: 8, glyph: 'hatch' },
  NO_TARGET: { rank: null, sort: 9, glyph: 'hatch' },
  INVALID_CONFIG: { rank: null, sort: 10, glyph: 'hatch' },
  NOT_APPLICABLE: { rank: null, sort: 11, glyph: 'dash' },
  SUPPRESSED: { rank: null, sort: 12, glyph: 'letter-c' },
} as const satisfies Record<string, StatusRow>;

export type Status = keyof typeof STATUS_TABLE;
export type StatusGlyph = (typeof STATUS_TABLE)[Status]['glyph'];
export type AssessedStatus = {
  [S in Status]: (typeof STATUS_TABLE)[S]['rank'] extends number ? S : never;
}[Status];

/** Every status in the order of legends and filters. */
export const STATUSES_SORTED: readonly Status[] = (Object.keys(STATUS_TABLE) as Status[]).sort(
  (a, b) => STATUS_TABLE[a].sort - STATUS_TABLE[b].sort,
);

const ASSESSED: ReadonlySet<string | null> = new Set(
  STATUSES_SORTED.filter((status) => STATUS_TABLE[status].rank !== null),
);

/** Does this status mean that something was observed and judged? Without a status nothing was. */
export function isAssessed(status: string | null): status is AssessedStatus {
  return ASSESSED.has(status);
}

/** Place in the order good (6) to bad (1), null for everything unassessed. */
export function rankOf(status: Status): number | null {
  return STATUS_TABLE[status].rank;
}
