import type { Preview } from './formats/preview.ts';
import type { ImportColumn as FileColumn, ImportProblem as Told } from './imports.type.ts';

export type { FileColumn };
/** The GraphQL type as plain data, because formats and worker threads create problems. */
export type ImportProblem = Pick<Told, keyof Told>;

export type Params = Readonly<Record<string, string | number>>;

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
  /** The columns, if a person can say what they are. */
  readonly columns: FileColumn[];
  /** The first rows, if a person can point out the head of the table. */
  readonly preview: Preview | null;

  constructor(
    problems: ImportProblem[],
    columns: FileColumn[] = [],
    preview: Preview | null = null,
  ) {
    super(problems.map(({ code }) => code).join());
    this.problems = problems;
    this.columns = columns;
    this.preview = preview;
  }
}

export function unreadable(
  code: string,
  params: Params = {},
  place: { row?: number; column?: string } = {},
): UnreadableFile {
  return new UnreadableFile([importProblem('ERROR', code, place, params)]);
}
