import { isWhole, lockOf, partKey } from '@qadam/domain';
import { hitsOf } from '../observations/checks.ts';
import { type Content, contentOf } from '../observations/entry.ts';
import { Refused } from '../observations/refused.ts';
import type { Face } from '../observations/cell-saver.ts';
import {
  type CheckContext,
  type ExistingCell,
  faceText,
  type ImportIndicator,
} from './check-context.ts';
import { type ToldCell, wrongSumsOf } from './file-sums.ts';
import type { Field, SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';
import { problemAt, readEntry } from './read-entry.ts';
import { CellResolver, type ResolvedCell } from './resolve-cell.ts';

export type Verdict = 'NEW' | 'CHANGED' | 'SAME' | 'REJECTED';

export interface CheckedRow {
  line: number;
  verdict: Verdict;
  /** The worst of its problems: red, yellow or green. */
  severity: 'OK' | 'WARN' | 'ERROR';
  cell: Face | null;
  content: Content | null;
  /** Of the observation, when it was looked at; 0 where there is none. */
  version: number;
  before: string | null;
  typed: string | null;
  problems: ImportProblem[];
  /** What stood in the file, where it is not green: it can be mended without another file. */
  source: SourceRow | null;
}

/** Hits that ask for something before submission; the value may be kept without. */
const LATER = new Set(['COMMENT_REQUIRED', 'VALUE_REQUIRED']);

/** Judges row after row of one file. Knows what it saw before, so that one cell is not told twice. */
export class RowChecker {
  private readonly context: CheckContext;
  private readonly resolver: CellResolver;
  private readonly existing: Map<string, ExistingCell>;
  private readonly granted: ReadonlySet<string>;
  private readonly told = new Map<string, number>();
  /** What the file says of indicators that are collected by parts. */
  private readonly tables = new Map<ImportIndicator, ToldCell[]>();

  constructor(context: CheckContext, format: string, decimal: '.' | null) {
    this.context = { ...context, decimal: decimal ?? context.decimal };
    this.resolver = new CellResolver(context, format);
    this.existing = new Map(context.existing.map((cell) => [faceText(cell), cell]));
    this.granted = new Set(context.granted);
  }

  /** Null for a row that was not filled in. */
  check(row: SourceRow): CheckedRow | null {
    const problems = [...row.problems];
    const typed = row.cells.value?.text ?? row.cells.numerator?.text ?? null;
    if (isBlank(row) && problems.length === 0) return null;
    const resolved = this.resolver.resolve(row, problems);
    if (resolved === null) return rejected(row, null, problems);
    const cell = { indicator: resolved.indicator.code, part: resolved.part };
    const before = this.existing.get(faceText(cell)) ?? null;
    const { content, said } = this.contentOf(row, resolved, before, problems);
    if (!said && problems.length === 0) return null;
    if (content === null || isRed(problems)) return rejected(row, cell, problems);
    const verdict = this.compare(row, cell, content, before, problems);
    if (verdict !== 'SAME' && verdict !== 'REJECTED') this.judge(row, resolved, content, problems);
    if (verdict === 'REJECTED' || isRed(problems)) return rejected(row, cell, problems);
    this.remember(resolved.indicator, { ...cell, content, line: row.line });
    return {
      line: row.line,
      verdict,
      severity: problems.length > 0 ? 'WARN' : 'OK',
      cell,
      content,
      version: before?.version ?? 0,
      before: before && (before.content.value ?? before.content.missingReason),
      typed,
      problems,
      source: problems.length > 0 ? row : null,
    };
  }

  /** When all rows were seen: what only the file as a whole shows. */
  finish(): ImportProblem[] {
    return Array.from(this.tables, ([indicator, told]) =>
      wrongSumsOf(indicator, this.context.existing, told),
    ).flat();
  }

  private remember(indicator: ImportIndicator, told: ToldCell): void {
    if (indicator.tableAxes.length === 0) return;
    const known = this.tables.get(indicator);
    if (known) known.push(told);
    else this.tables.set(indicator, [told]);
  }

  private contentOf(
    row: SourceRow,
    { indicator }: ResolvedCell,
    before: ExistingCell | null,
    problems: ImportProblem[],
  ): { content: Content | null; said: boolean } {
    const read = readEntry(row, indicator, this.context, before?.content ?? null);
    problems.push(...read.problems);
    if (read.entry === null) return { content: null, said: false };
    if (isRed(problems)) return { content: null, said: true };
    try {
      return { content: contentOf(read.entry, indicator), said: true };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const { code, field, params } of error.problems) {
        problems.push({
          ...problemAt(row, COLUMN_OF[field ?? ''] ?? 'value', 'ERROR', code),
          params,
        });
      }
      return { content: null, said: true };
    }
  }

  private compare(
    row: SourceRow,
    cell: Face,
    content: Content,
    before: ExistingCell | null,
    problems: ImportProblem[],
  ): Verdict {
    const face = faceText(cell);
    const first = this.told.get(face);
    if (first !== undefined) {
      problems.push(problemAt(row, 'indicator', 'ERROR', 'DUPLICATE_ROW', { line: String(first) }));
      return 'REJECTED';
    }
    this.told.set(face, row.line);
    if (before !== null && isSame(content, before.content)) return 'SAME';
    const { cycle, cycleOpen } = this.context;
    const lock = lockOf({
      state: before?.state ?? null,
      cycleOpen,
      correcting: before?.correcting === true,
      granted: this.granted.has(cell.indicator),
    });
    if (lock === null) return before === null ? 'NEW' : 'CHANGED';
    problems.push(problemAt(row, 'value', 'ERROR', lock, { cycle }));
    return 'REJECTED';
  }

  /** The rules of the grid. */
  private judge(
    row: SourceRow,
    { indicator, part }: ResolvedCell,
    content: Content,
    problems: ImportProblem[],
  ): void {
    const { cycle, thisYear } = this.context;
    // a plan is made for the whole
    const baselineYear = isWhole(part) ? indicator.baselineYear : null;
    const field = row.cells.value?.text.trim()
      ? 'value'
      : row.cells.numerator
        ? 'numerator'
        : 'value';
    const history = indicator.histories[partKey(part)] ?? [];
    for (const hit of hitsOf({
      indicator,
      year: cycle,
      current: content,
      history,
      baselineYear,
      thisYear,
    })) {
      const red = hit.severity === 'ERROR' && !LATER.has(hit.code);
      problems.push({
        ...problemAt(row, field, red ? 'ERROR' : 'WARN', hit.code),
        params: hit.params,
      });
    }
  }
}

const COLUMN_OF: Readonly<Record<string, Field>> = {
  value: 'value',
  numerator: 'numerator',
  denominator: 'denominator',
  missingReason: 'status',
  obsStatus: 'status',
  sourceText: 'source',
  comment: 'comment',
};

const FILLED: readonly Field[] = ['value', 'numerator', 'denominator', 'status', 'comment'];

/** A row of a template that nobody filled in: a status or comment alone is something said. */
function isBlank({ cells }: SourceRow): boolean {
  return FILLED.every((field) => (cells[field]?.text.trim() ?? '') === '');
}

const isRed = (problems: readonly ImportProblem[]) =>
  problems.some(({ severity }) => severity === 'ERROR');

const COMPARED = [
  'value',
  'numerator',
  'denominator',
  'missingReason',
  'obsStatus',
  'sourceText',
  'comment',
] as const satisfies readonly (keyof Content)[];

function isSame(one: Content, other: Content): boolean {
  return COMPARED.every((part) => one[part] === other[part]);
}

export function rejected(row: SourceRow, cell: Face | null, problems: ImportProblem[]): CheckedRow {
  return {
    line: row.line,
    verdict: 'REJECTED',
    severity: isRed(problems) ? 'ERROR' : 'WARN',
    cell,
    content: null,
    version: 0,
    before: null,
    typed: row.cells.value?.text ?? row.cells.numerator?.text ?? null,
    problems,
    source: row,
  };
}
