import { move } from '@qadam/domain';
import { hitsOf } from '../observations/checks.ts';
import { type Content, contentOf } from '../observations/entry.ts';
import { Refused } from '../observations/refused.ts';
import { type CellKey, type CheckContext, type ExistingCell, keyText } from './check-context.ts';
import type { Field, SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';
import { problemAt, readEntry } from './read-entry.ts';
import { CellResolver, type Resolved } from './resolve-cell.ts';

export type Verdict = 'NEW' | 'CHANGED' | 'SAME' | 'REJECTED';

export interface CheckedRow {
  line: number;
  verdict: Verdict;
  /** The worst of its problems: red, yellow or green. */
  severity: 'OK' | 'WARN' | 'ERROR';
  cell: CellKey | null;
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
  private readonly decimal: ',' | '.' | null;
  private readonly resolver: CellResolver;
  private readonly existing: Map<string, ExistingCell>;
  private readonly told = new Map<string, number>();

  constructor(context: CheckContext, format: string, decimal: '.' | null) {
    this.context = context;
    this.decimal = decimal ?? context.decimal;
    this.resolver = new CellResolver(context, format);
    this.existing = new Map(context.existing.map((cell) => [keyText(cell), cell]));
  }

  /** Null for a row that was not filled in. */
  check(row: SourceRow): CheckedRow | null {
    const problems = [...row.problems];
    const typed = row.cells.value?.text ?? row.cells.numerator?.text ?? null;
    if (isBlank(row) && problems.length === 0) return null;
    const resolved = this.resolver.resolve(row, problems);
    if (resolved === null) return rejected(row, null, problems);
    const before = this.existing.get(keyText(resolved.key)) ?? null;
    const { content, said } = this.contentOf(row, resolved, before, problems);
    if (!said && problems.length === 0) return null;
    if (content === null || isRed(problems)) return rejected(row, resolved.key, problems);
    const verdict = this.compare(row, resolved, content, before, problems);
    if (verdict !== 'SAME' && verdict !== 'REJECTED') this.judge(row, resolved, content, problems);
    if (verdict === 'REJECTED' || isRed(problems)) return rejected(row, resolved.key, problems);
    return {
      line: row.line,
      verdict,
      severity: problems.length > 0 ? 'WARN' : 'OK',
      cell: resolved.key,
      content,
      version: before?.version ?? 0,
      before: before && (before.content.value ?? before.content.missingReason),
      typed,
      problems,
      source: problems.length > 0 ? row : null,
    };
  }

  private contentOf(
    row: SourceRow,
    { indicator }: Resolved,
    before: ExistingCell | null,
    problems: ImportProblem[],
  ): { content: Content | null; said: boolean } {
    const read = readEntry(row, indicator, this.decimal, before?.content ?? null);
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
    { key }: Resolved,
    content: Content,
    before: ExistingCell | null,
    problems: ImportProblem[],
  ): Verdict {
    const text = keyText(key);
    const first = this.told.get(text);
    if (first !== undefined) {
      problems.push(problemAt(row, 'indicator', 'ERROR', 'DUPLICATE_ROW', { line: String(first) }));
      return 'REJECTED';
    }
    this.told.set(text, row.line);
    if (before === null) return 'NEW';
    if (isSame(content, before.content)) return 'SAME';
    if (move(before.state, 'SAVE').ok) return 'CHANGED';
    problems.push(problemAt(row, 'value', 'ERROR', 'LOCKED', { state: before.state }));
    return 'REJECTED';
  }

  /** The rules of the grid. They know the earlier years of the whole cell only. */
  private judge(
    row: SourceRow,
    { indicator, key }: Resolved,
    content: Content,
    problems: ImportProblem[],
  ): void {
    const { cycle, thisYear } = this.context;
    const { baselineYear } = indicator;
    const field = row.cells.value?.text.trim()
      ? 'value'
      : row.cells.numerator
        ? 'numerator'
        : 'value';
    const history = isTotal(key) ? indicator.history : [];
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

const isTotal = (key: CellKey) =>
  [key.sex, key.age, key.urbanisation, key.region, key.breakdown].every((code) => code === '_T');

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

function rejected(row: SourceRow, cell: CellKey | null, problems: ImportProblem[]): CheckedRow {
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
