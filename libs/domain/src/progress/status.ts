interface StatusRow {
  /** Who can have it: an indicator, an action, or both. */
  level: 'BOTH' | 'INDICATOR' | 'ACTION';
  /** Orders good to bad, higher is better; null where a status has no place in that order. */
  rank: number | null;
  /** Order of the words in filters, legends and sorted tables; hidden last. */
  sort: number;
  /** Key of the shape that always accompanies the colour; drawn by web. */
  glyph: string;
  /** Something was observed and judged (1.4); PENDING is judged: the term has not come. */
  assessed: boolean;
}

/**
 * Every status word, its order and its shape. Source: methods-first.md 1.13 (order), 1.4 (assessed).
 * Colours belong to the theme, words to i18n.
 */
export const STATUS_TABLE = {
  ACHIEVED: { level: 'BOTH', rank: 6, sort: 1, glyph: 'check', assessed: true },
  ON_TRACK: { level: 'BOTH', rank: 5, sort: 2, glyph: 'disc', assessed: true },
  PENDING: { level: 'BOTH', rank: null, sort: 3, glyph: 'quarter-disc', assessed: true },
  DELAYED: { level: 'BOTH', rank: 4, sort: 4, glyph: 'triangle-up', assessed: true },
  OFF_TRACK: { level: 'BOTH', rank: 3, sort: 5, glyph: 'square', assessed: true },
  MISSED: { level: 'INDICATOR', rank: 2, sort: 6, glyph: 'cross', assessed: true },
  REGRESSED: { level: 'BOTH', rank: 1, sort: 7, glyph: 'triangle-down', assessed: true },
  INSUFFICIENT_DATA: { level: 'ACTION', rank: null, sort: 8, glyph: 'hatch', assessed: false },
  NO_DATA: { level: 'INDICATOR', rank: null, sort: 9, glyph: 'hatch', assessed: false },
  NO_BASELINE: { level: 'INDICATOR', rank: null, sort: 10, glyph: 'hatch', assessed: false },
  NO_TARGET: { level: 'INDICATOR', rank: null, sort: 11, glyph: 'hatch', assessed: false },
  INVALID_CONFIG: { level: 'INDICATOR', rank: null, sort: 12, glyph: 'hatch', assessed: false },
  NO_INDICATORS: { level: 'ACTION', rank: null, sort: 13, glyph: 'hatch', assessed: false },
  NOT_APPLICABLE: { level: 'INDICATOR', rank: null, sort: 14, glyph: 'dash', assessed: false },
  SUPPRESSED: { level: 'INDICATOR', rank: null, sort: 15, glyph: 'letter-c', assessed: false },
} as const satisfies Record<string, StatusRow>;

export type Status = keyof typeof STATUS_TABLE;

type StatusOf<L extends StatusRow['level']> = {
  [S in Status]: (typeof STATUS_TABLE)[S]['level'] extends L ? S : never;
}[Status];

export type IndicatorStatus = StatusOf<'BOTH' | 'INDICATOR'>;
export type ActionStatus = StatusOf<'BOTH' | 'ACTION'>;
export type AssessedStatus = {
  [S in Status]: (typeof STATUS_TABLE)[S]['assessed'] extends true ? S : never;
}[Status];
export type StatusGlyph = (typeof STATUS_TABLE)[Status]['glyph'];

/** Whether something was observed and judged. A missing status was not. */
export function isAssessed(status: Status | null): status is AssessedStatus {
  return status !== null && STATUS_TABLE[status].assessed;
}

/** Place in the order good (6) to bad (1), null for PENDING and everything unassessed. */
export function rankOf(status: Status): number | null {
  return STATUS_TABLE[status].rank;
}

/** Every status in the order of legends and filters. */
export const STATUSES_SORTED: readonly Status[] = (Object.keys(STATUS_TABLE) as Status[]).sort(
  (a, b) => STATUS_TABLE[a].sort - STATUS_TABLE[b].sort,
);
