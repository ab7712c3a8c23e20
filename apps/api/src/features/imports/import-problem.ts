import type { ProblemParam } from '../../graphql/problem.type.ts';

/** Trouble at one place of a file. `line` and `column` are null where it is about more than that. */
export interface ImportProblem {
  row: number | null;
  column: string | null;
  code: string;
  severity: 'WARN' | 'ERROR';
  params: ProblemParam[];
}

/** A column of a table as it was understood. */
export interface FileColumn {
  at: number;
  name: string;
  /** The first text below the name. */
  sample: string;
  /** What it was taken for: one of the fields of a row. */
  field: string | null;
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
  readonly problem: ImportProblem;
  /** Where a person can say what its columns are. */
  readonly columns: FileColumn[];

  constructor(problem: ImportProblem, columns: FileColumn[] = []) {
    super(problem.code);
    this.problem = problem;
    this.columns = columns;
  }
}

export function unreadable(
  code: string,
  params: Params = {},
  place: { row?: number; column?: string } = {},
): UnreadableFile {
  return new UnreadableFile(importProblem('ERROR', code, place, params));
}
