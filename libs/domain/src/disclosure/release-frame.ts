/** The five breakdowns of a cell, in the order of its key. */
export const DIMENSIONS = ['sex', 'age', 'urb', 'region', 'breakdown'] as const;

/** The codes of each breakdown, without `_T`; they do not overlap and include `_U` where it occurs. */
export interface ReleaseCodes {
  readonly sex?: readonly string[] | null | undefined;
  readonly age?: readonly string[] | null | undefined;
  readonly urb?: readonly string[] | null | undefined;
  /** First-level regions, by country. */
  readonly region?: Readonly<Record<string, readonly string[]>> | null | undefined;
  /** The indicator's own further breakdown, such as the form of violence. */
  readonly breakdown?: readonly string[] | null | undefined;
}

/** A share, by the names of its counts; `others` names its complement, which no figure shows. */
export interface ReleaseShare {
  readonly numerator: string;
  readonly denominator: string;
  readonly others: string;
}

/** What one sensitive indicator and year can be broken down by, and when a count is small. */
export interface ReleaseFrame {
  /** Countries, ISO 3166 alpha-3, in the order of lists. */
  readonly areas: readonly string[];
  /** The area whose figures are the sums of all `areas`, such as CA4. */
  readonly regionalTotal?: string | null | undefined;
  readonly codes: ReleaseCodes;
  /** k of national cells with at most one breakdown, and of all finer ones. */
  readonly threshold: { readonly base: number; readonly detailed: number };
  /**
   * Keys of cells to guard like small counts, whatever their value: withdrawn for safety, or implied by
   * what is shown with them (a share's complement, a step of a cumulative series).
   */
  readonly withdrawn?: readonly string[] | null | undefined;
  /** The counts that are planned together, in the order of lists, each with its own codes: keys begin with the name of the count. */
  readonly counts?: Readonly<Record<string, ReleaseCodes>> | null | undefined;
  /** Shares among these counts, whose others (denominator − numerator) are protected as well. */
  readonly shares?: readonly ReleaseShare[] | null | undefined;
  /** False for an indicator that is not sensitive: only its withdrawn cells are guarded. */
  readonly guardsSmall?: boolean | null | undefined;
}
