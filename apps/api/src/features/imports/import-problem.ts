import type { Field, SourceRow } from './formats/format.ts';
import type { ImportColumn as FileColumn, ImportProblem as Told } from './imports.type.ts';

export type { FileColumn };
/** As plain data: formats and threads make it. */
export type ImportProblem = Pick<Told, keyof Told>;

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

/** At a cell of a row, or where it would stand. */
export function problemAt(
  row: SourceRow,
  field: Field,
  severity: ImportProblem['severity'],
  code: string,
  params: Params = {},
): ImportProblem {
  const place = { row: row.line, column: row.cells[field]?.column ?? null };
  return { ...importProblem(severity, code, place, params), field };
}

type Said = Parameters<typeof problemAt> extends [SourceRow, ...infer Rest] ? Rest : never;
/** Adds a problem of a row; null, for what could not be read. */
export type Say = (...said: Said) => null;

export const sayOf =
  (row: SourceRow, problems: ImportProblem[]): Say =>
  (...said) => {
    problems.push(problemAt(row, ...said));
    return null;
  };

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
