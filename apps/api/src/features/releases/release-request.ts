/** What decides, beside the working tables, what a release holds. */
export interface ReleaseRequest {
  /** The year that the release is as of: it holds nothing later, and is assessed as of this year. */
  asOfYear: number;
  /** True for the yearly release: small revisions of sensitive counts are published only in it. */
  annual: boolean;
  /** When a planned release was planned, as ISO 8601: what has begun since, such as a cycle or an agreement, is not in it. */
  plannedAt?: string;
}
