import type { ProblemParam } from '../../graphql/problem.type.ts';
import type { Field } from './formats/field.ts';

/** A problem at one place of a file. `line` and `column` are null where it is about more than that. */
export interface ImportProblem {
  row: number | null;
  column: string | null;
  code: string;
  severity: 'WARN' | 'ERROR';
  params: ProblemParam[];
  /** Of a row: which of its cells it is about. */
  field?: Field | null;
}

/** A column of a table as it was understood. */
export interface FileColumn {
  at: number;
  name: string;
  /** The first text below the name. */
  sample: string;
  /** What it was taken for. */
  field: Field | null;
  /** Of a column without a known meaning: what its texts say. Asked before the file is read. */
  holds: Field | null;
}

type Params = Readonly<Record<string, string | number>>;

export function importProblem(
  severity: ImportProblem['severity'],
  code: string,
  place: { row?: number | null; column?: string | null } = {},
  params: Params = {},
): ImportProblem {
  return {
    row: place.row ?? null,
    column: place.column ?? null,
    code,
    severity,
    params: Object.entries(params).map(([name, value]) => ({ name, value: String(value) })),
  };
}

/** Thrown by a format: the file as a whole cannot be read. */
export class UnreadableFile extends Error {
  readonly problems: ImportProblem[];
  /** Where a person can say what its columns are. */
  readonly columns: FileColumn[];

  constructor(problems: ImportProblem[], columns: FileColumn[] = []) {
    super(problems.map(({ code }) => code).join());
    this.problems = problems;
    this.columns = columns;
  }
}

export function unreadable(
  code: string,
  params: Params = {},
  place: { row?: number; column?: string } = {},
): UnreadableFile {
  return new UnreadableFile([importProblem('ERROR', code, place, params)]);
}
