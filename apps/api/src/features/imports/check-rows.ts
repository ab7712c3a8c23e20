import { type CodedField, isTotalPart, type Lock, lockOf, ROW_FIELDS, TOTAL } from '@qadam/domain';
import { hitsOf, submissionHits } from '../observations/checks.ts';
import { contentOf, type Entry } from '../observations/entry.ts';
import type { Content } from '../observations/observation.entity.ts';
import { ProblemError } from '../../graphql/problem.ts';
import { lastValue } from '../observations/last-fact.ts';
import type { CellRef } from '../observations/cell-ref.ts';
import { type CheckContext, type ImportIndicator, yearOf } from './check-context.ts';
import type { ExistingCell, FindCells, KnownCell } from './known-cells.reader.ts';
import { type YearCell, yearCellText } from './year-cell.ts';
import { addsUp, type FileCell, wrongSumsOf } from './file-sums.ts';
import { type Answers, answerTo, NO_ANSWERS, rowFixOf, withRowFix } from './answers.ts';
import type { Field, SourceRow } from './formats/format.ts';
import { meaning } from './meaning.ts';
import { type Sameness, samenessOf } from './sameness.ts';
import { withUnit } from './with-unit.ts';
import type { ImportRow } from './import-job.entity.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import { problemAt, readEntry, type Say, sayOf } from './read-entry.ts';
import { cellResolver, type ResolvedCell } from './resolve-cell.ts';
import { statusOf } from './template-words.ts';

type Stored = Pick<ImportRow, 'number' | 'line' | 'verdict' | 'severity' | 'problems'>;

/** A row after its check, as it is stored. */
export interface CheckedRow extends Stored {
  cell: CellRef | null;
  year: number | null;
  content: Content | null;
  /** The version of the observation when the row was checked; 0 if there is no observation. */
  version: number;
  before: string | null;
  typed: string | null;
  /** What the file says, kept only if the row is not green: then it can be corrected without another file. */
  source: SourceRow | null;
}

/** A dash may mean zero; a figure in brackets may be negative or, in surveys, based on few cases. */
const UNCLEAR: ReadonlySet<string> = new Set(['AMBIGUOUS_DASH', 'ACCOUNTING_NEGATIVE']);

/** Hits that must be settled before submission; the value can be saved without. */
const LATER = new Set([
  'COMMENT_REQUIRED',
  'EVIDENCE_REQUIRED',
  'FACT_DATE_REQUIRED',
  'PROVISION_REQUIRED',
  'SOURCE_REQUIRED',
  'VALUE_REQUIRED',
]);

interface ResolvedRow {
  /** The row as the file has it, with a person's corrections. */
  source: SourceRow;
  /** The same row, with codes in place of the texts that a person explained. */
  row: SourceRow;
  resolved: ResolvedCell | null;
  /** The key of the cell; empty if the row has none. */
  key: string;
  problems: ImportProblem[];
}

/** An indicator collected by parts, and a year for which the file has rows about it. */
interface ToldTable {
  indicator: ImportIndicator;
  year: number;
  /** Does the file give any total of the parts? */
  hasTotals: boolean;
}

/**
 * Judges the rows of one file, batch after batch. From earlier batches it keeps only the line that each cell came from, so
 * that it notices a second row about a cell, and which indicators have parts to add up.
 */
export class RowChecker {
  private readonly context: CheckContext;
  private readonly answers: Answers;
  private readonly resolveCell: ReturnType<typeof cellResolver>;
  private readonly firstLine = new Map<string, string>();
  private readonly hasAnswers: boolean;
  /** The indicators assigned in each year. */
  private readonly assigned = new Map<number, ReadonlySet<string>>();
  /** The indicators collected by parts that the file has rows about, with their years. */
  private readonly tables = new Map<string, ToldTable>();

  constructor(
    context: CheckContext,
    format: string,
    answers: Answers = NO_ANSWERS,
    /** The file is about many countries; its rows about others are not meant for this return. */
    international = false,
  ) {
    this.answers = answers;
    this.hasAnswers = Object.keys(answers.codes).length > 0;
    this.context = context;
    this.resolveCell = cellResolver(context, format, international);
  }

  /** A row is judged only when the caller takes it, so a batch is never in memory twice. Rows that were not filled in are dropped. */
  async check(rows: readonly SourceRow[], lookUp: FindCells): Promise<Iterable<CheckedRow>> {
    const found = rows.flatMap((row) => this.resolve(row) ?? []);
    const cells = found.flatMap(({ resolved }) => (resolved ? yearCellOf(resolved) : []));
    const known = new Map((await lookUp(cells)).map((cell) => [yearCellText(cell), cell]));
    return this.judged(found, known);
  }

  private *judged(
    found: readonly ResolvedRow[],
    known: ReadonlyMap<string, KnownCell>,
  ): Iterable<CheckedRow> {
    for (const one of found) {
      const row = this.judge(one, known);
      if (row !== null) yield row;
    }
  }

  /** Problems that only show after all rows. `cellsOf` gives all cells of an indicator as they would be after the import. */
  async finish(cellsOf: (table: ToldTable) => Promise<FileCell[]>): Promise<ImportProblem[]> {
    const problems: ImportProblem[] = [];
    for (const table of this.tables.values())
      problems.push(...wrongSumsOf(table.indicator, await cellsOf(table)));
    return problems;
  }

  private resolve(given: SourceRow): ResolvedRow | null {
    const rowFix = rowFixOf(this.answers, given);
    const source = withUnit(withRowFix(given, rowFix));
    if (rowFix?.leftOut === true) return leftOut(source);
    if (isBlank(source) && source.problems.length === 0) return null;
    const answered = new Set<CodedField>();
    let row = source;
    for (;;) {
      const problems = [...row.problems];
      const resolved = this.resolveCell(row, problems);
      const told = this.hasAnswers ? [...problems, ...this.unknownStatus(row)] : [];
      const answer = told
        .flatMap((problem) => answerTo(problem, row, this.answers.codes) ?? [])
        .find(
          ({ field, code }) =>
            !answered.has(field) && !(code === null && rowFix?.leftOut === false),
        );
      const key = resolved === null ? '' : yearCellText(yearCellOf(resolved));
      if (answer === undefined) return { source, row, resolved, key, problems };
      if (answer.code === null) return leftOut(source);
      answered.add(answer.field);
      row = meaning(row, answer.field, answer.code);
    }
  }

  /** An unknown status must be found here: `readEntry` reports it too, but after a person's answers have been applied. */
  private unknownStatus(row: SourceRow): ImportProblem[] {
    const status = statusOf(row.cells.status?.text ?? '', this.context.words.status);
    return status === undefined ? [problemAt(row, 'status', 'ERROR', 'UNKNOWN_STATUS')] : [];
  }

  private judge(
    { source, row, resolved, key, problems: found }: ResolvedRow,
    known: ReadonlyMap<string, KnownCell>,
  ): CheckedRow | null {
    let problems = found;
    if (resolved === null) return rejected(source, null, problems);
    const cell = yearCellOf(resolved);
    const { existing = null, history = [] } = known.get(key) ?? {};
    const lock = this.lockOf(cell, existing);
    // an office's file may hold figures that are not asked for: they are left out, even where the cell is locked for another reason
    const unasked = resolved.mapped && lock !== null && !this.isAssigned(cell.indicator, cell.year);
    const { indicator } = resolved;
    const read: ImportProblem[] = [];
    const bodies = this.context.bodies[indicator.code] ?? [];
    const entry = readEntry(row, indicator, this.context, existing, bodies, read);
    const content =
      entry === null || isRed(read) ? null : readContent(entry, row, indicator, existing, read);
    // a row that repeats what is stored is not a fault, even if the cell takes no values
    const sameness = content && existing && samenessOf(content, existing, resolved.mapped);
    if (resolved.unasked !== null && sameness === null) return rejected(source, null, problems);
    problems = problems.filter((one) => one !== resolved.unasked);
    if (!this.isOfAllYears && sameness === null && (lock === 'NOT_ASSIGNED' || unasked)) {
      const severity = resolved.mapped ? 'WARN' : 'ERROR';
      const text = cell.indicator;
      const warning = problemAt(row, 'indicator', severity, 'NOT_ASSIGNED', { text });
      const isTakenIn = rowFixOf(this.answers, source)?.leftOut === false;
      if (!isTakenIn && answerTo(warning, row, this.answers.codes))
        return rejected(source, cell, leftOut(source).problems);
      return rejected(source, cell, [...problems, warning]);
    }
    problems.push(...read);
    // in an office's own file a row with an unclear mark is left out, so that it does not hold up the rest of the file
    const unclear = this.isOfAllYears ? read.filter(({ code }) => UNCLEAR.has(code)) : [];
    if (
      unclear.length > 0 &&
      problems.every(({ severity, code }) => severity === 'WARN' || UNCLEAR.has(code))
    )
      return rejected(
        source,
        cell,
        problems.map((one) => ({ ...one, severity: 'WARN' })),
      );
    if (entry === null && problems.length === 0) return null;
    if (content === null || isRed(problems)) return rejected(source, cell, problems);
    const verdict = this.isTwice(key, row, sayOf(row, problems))
      ? null
      : this.compare(resolved, existing, sameness, lock, sayOf(row, problems));
    if (verdict === 'NEW' || verdict === 'CHANGED')
      problems.push(...this.hitsOf(row, resolved, { content, history, existing }));
    if (verdict === null || isRed(problems)) return rejected(source, cell, problems);
    if (addsUp(indicator)) this.seeTable(indicator, cell);
    return {
      number: source.number ?? 0,
      line: row.line,
      verdict,
      severity: problems.length > 0 ? 'WARN' : 'OK',
      ...{ cell: cellRefOf(cell), year: cell.year },
      content,
      version: existing?.version ?? 0,
      before: existing && (existing.content.value ?? existing.content.missingReason),
      typed: typedIn(row),
      problems,
      source: problems.length > 0 ? source : null,
    };
  }

  private seeTable(indicator: ImportIndicator, { year, part }: YearCell): void {
    const key = `${indicator.code} ${String(year)}`;
    const table = this.tables.get(key) ?? { indicator, year, hasTotals: false };
    table.hasTotals ||= indicator.tableAxes.some(({ dimension }) => part[dimension] === TOTAL);
    this.tables.set(key, table);
  }

  private get isOfAllYears(): boolean {
    return this.context.cycle === null;
  }

  private lockOf({ indicator, year }: YearCell, existing: ExistingCell | null): Lock | null {
    const { cycleOpen, granted } = yearOf(this.context, year);
    return lockOf({
      state: existing?.state ?? null,
      assigned: this.isAssigned(indicator, year),
      cycleOpen,
      published: existing?.published === true,
      granted: granted.includes(indicator),
      correcting: this.isOfAllYears,
    });
  }

  private isAssigned(indicator: string, year: number): boolean {
    let assigned = this.assigned.get(year);
    if (assigned === undefined) {
      assigned = new Set(yearOf(this.context, year).assigned);
      this.assigned.set(year, assigned);
    }
    return assigned.has(indicator);
  }

  /** Did an earlier row of the file already give a value for this cell? */
  private isTwice(key: string, { line, sheet }: SourceRow, say: Say): boolean {
    const first = this.firstLine.get(key);
    if (first !== undefined) say('indicator', 'ERROR', 'DUPLICATE_ROW', { line: first });
    else this.firstLine.set(key, sheet === undefined ? String(line) : `${sheet}: ${line}`);
    return first !== undefined;
  }

  /** The row's verdict; null if the cell is locked and the row has another figure. */
  private compare(
    { year: cycle, indicator }: ResolvedCell,
    before: ExistingCell | null,
    sameness: Sameness | null,
    lock: Lock | null,
    say: Say,
  ): ImportRow['verdict'] | null {
    if (sameness === 'FIGURE' && lock !== null) say('value', 'WARN', 'WORDS_NOT_TAKEN');
    if (sameness === 'WHOLE' || (sameness === 'FIGURE' && lock !== null)) return 'SAME';
    // a file of all years is about closed years too: their rows are left out until the year is opened, and do not hold up the rest
    const severity = this.isOfAllYears ? 'WARN' : 'ERROR';
    if (lock !== null) return say('value', severity, lock, { cycle, text: indicator.code });
    return before === null ? 'NEW' : 'CHANGED';
  }

  /** Checks the content by the same rules as the grid. */
  private hitsOf(
    row: SourceRow,
    { indicator, part, year }: ResolvedCell,
    { content, history, existing }: Pick<KnownCell, 'history' | 'existing'> & { content: Content },
  ): ImportProblem[] {
    const { bodies, thisYear } = this.context;
    // plans exist for totals only
    const baselineYear = isTotalPart(part) ? indicator.baselineYear : null;
    const { value, numerator } = row.cells;
    const figure = !value?.text.trim() && numerator ? 'numerator' : 'value';
    const cell = { indicator, year, current: content, history, baselineYear, thisYear };
    // validation rules compare indicators, and later rows may change the others: they are checked when the whole file is read
    const checked = { ...cell, rules: null };
    // proof of a stage or of a yes/no fact is required only on submission, but the person is told now
    const hits =
      indicator.kind === 'NUMERIC'
        ? hitsOf(checked)
        : submissionHits(checked, {
            source: content.sourceText,
            body: bodies[indicator.code] ?? [],
            evidence: existing?.evidence ?? 0,
            published: existing?.publishedValue ?? lastValue(indicator, history)?.value ?? null,
          });
    return hits.map(({ code, severity, params }) => {
      const isRedNow = severity === 'ERROR' && !LATER.has(code);
      const field = FACT_HITS.get(code) ?? figure;
      return { ...problemAt(row, field, isRedNow ? 'ERROR' : 'WARN', code), params };
    });
  }
}

/** Null if the entry makes no valid content; `problems` then say why. */
function readContent(
  entry: Entry,
  row: SourceRow,
  indicator: ImportIndicator,
  before: ExistingCell | null,
  problems: ImportProblem[],
): Content | null {
  try {
    return contentOf(entry, indicator, before?.content ?? null);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const { code, field, params } of error.problems)
      problems.push({ ...problemAt(row, columnOf(field), 'ERROR', code), params });
    return null;
  }
}

/** The column that a hit on a fact is about. */
const FACT_HITS: ReadonlyMap<string, Field> = new Map([
  ['FACT_DATE_REQUIRED', 'factDate'],
  ['FACT_DATE_LATER', 'factDate'],
  ['PROVISION_REQUIRED', 'provision'],
]);

/** Fields of an entry whose column has another name. */
const COLUMN_OF: Readonly<Record<string, Field>> = {
  missingReason: 'status',
  obsStatus: 'status',
  sourceText: 'source',
};

const columnOf = (field: string | null): Field =>
  COLUMN_OF[field ?? ''] ?? ROW_FIELDS.find((one) => one === field) ?? 'value';

const yearCellOf = ({ indicator, part, year }: ResolvedCell): YearCell => ({
  ...{ indicator: indicator.code, part, year },
});

const cellRefOf = ({ indicator, part }: YearCell): CellRef => ({ indicator, part });

const typedIn = ({ cells }: SourceRow): string | null =>
  cells.value?.text ?? cells.numerator?.text ?? null;

const FILLED: readonly Field[] = ['value', 'numerator', 'denominator', 'status', 'comment'];

/** A row of a template that was not filled in: a status or comment alone counts as filled in. */
const isBlank = ({ cells }: SourceRow): boolean =>
  FILLED.every((field) => (cells[field]?.text.trim() ?? '') === '');

const isRed = (problems: readonly ImportProblem[]) =>
  problems.some(({ severity }) => severity === 'ERROR');

const leftOut = (source: SourceRow): ResolvedRow => ({
  source,
  row: source,
  resolved: null,
  key: '',
  problems: [importProblem('WARN', 'LEFT_OUT', { row: source.line })],
});

export function rejected(
  row: SourceRow,
  cell: YearCell | null,
  problems: ImportProblem[],
): CheckedRow {
  return {
    number: row.number ?? 0,
    line: row.line,
    verdict: 'REJECTED',
    severity: isRed(problems) ? 'ERROR' : 'WARN',
    cell: cell && cellRefOf(cell),
    year: cell?.year ?? null,
    content: null,
    version: 0,
    before: null,
    typed: typedIn(row),
    problems,
    source: row,
  };
}
