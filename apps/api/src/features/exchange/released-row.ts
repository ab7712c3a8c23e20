import type {
  FactBasis,
  LevelWord,
  MissingReason,
  Movement,
  Status,
  Via,
} from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

/** SDMX CL_CONF_STATUS. Public output knows two: free, and confidential without saying why (methods.md 2.2). */
export type ConfStatus = 'F' | 'C';

/**
 * One cell of a release, as every export format is given it: what the public tables hold and nothing else. A hidden cell
 * (obsStatus Q, confStatus C) has its key, and null in everything that could tell about it.
 * Names, units, licences and addresses of the codes are in the context (release-contents.ts).
 */
export interface ReleasedRow {
  indicator: string;
  area: string;
  year: number;
  sex: string;
  age: string;
  urbanisation: string;
  region: string;
  breakdown: string;
  /** Exact decimals. */
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  obsStatus: string;
  confStatus: ConfStatus;
  missingReason: MissingReason | null;
  /** Of an element of a law: the date of the fact, the article, and whether it is official. */
  factDate: string | null;
  provision: string | null;
  basis: FactBasis | null;
  /**
   * How far the indicator is in the area, on the rows that it was read from: the latest figure, not broken down; of a law the
   * newest fact of each element.
   */
  level: string | null;
  levelLow: string | null;
  levelHigh: string | null;
  word: LevelWord | null;
  movement: Movement | null;
  /** The pace of a number toward its target, on the one row that it was read from: the latest figure, not broken down. */
  status: Status | null;
  progress: string | null;
  pace: string | null;
  /** Id of a source of the context; null where the reporting body itself is the source. */
  source: string | null;
  /** The document that the body names, if it names one. */
  sourceText: string | null;
  /** Code of the reporting body, of the context. */
  body: string | null;
  /** What the figure is about where that is not its whole year, ISO 8601. */
  period: string | null;
  via: Via | null;
  note: Texts | null;
  submittedOn: string | null;
  approvedOn: string | null;
  revision: number | null;
  /** Number and sequence of the release since which the cell has stood like this. */
  since: string;
  sinceSequence: number;
}
