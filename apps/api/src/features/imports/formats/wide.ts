import { parseYear } from '@qadam/domain';
import { type ImportProblem, importProblem } from '../import-problem.ts';
import { fieldOf, hasIndicator, hasValue } from './columns.ts';
import type { Field, ReadOptions, SourceCell, SourceRow } from './format.ts';

type Asked = Pick<ReadOptions, 'isIndicator' | 'template' | 'columns'>;

/** A column of values: of the indicator that its head names, or (null) of the one that its row names. */
export interface ValueColumn {
  at: number;
  head: string;
}

export interface Wide {
  /** Of a table with a column for each indicator. */
  indicators: ValueColumn[];
  /** Columns of which everything is said. */
  known: ReadonlySet<number>;
  /** With the column of the cycle's year as the value, where there is one for each year. */
  fields: (Field | null)[];
  problems: ImportProblem[];
}

/**
 * A table that is laid out wide: with a column for each indicator, or with one for each year, of which the
 * cycle's is read. Null where there is a column of values, or where a person has said which it is.
 */
export function wideOf(
  head: readonly string[],
  fields: readonly (Field | null)[],
  asked: Asked,
): Wide | null {
  const said = asked.columns?.value !== undefined || asked.columns?.numerator !== undefined;
  if (said || hasValue(fields)) return null;
  const open = head.flatMap((text, at) =>
    fields[at] === null && text.trim() !== '' ? [{ at, head: text.trim() }] : [],
  );
  if (!hasIndicator(fields)) {
    const indicators = open.filter((one) => asked.isIndicator(one.head));
    const known = new Set(indicators.map(({ at }) => at));
    return indicators.length > 0 ? { indicators, known, fields: [...fields], problems: [] } : null;
  }
  const years = open.flatMap((one) => {
    const { year } = parseYear({ text: one.head });
    return year === null ? [] : [{ ...one, year }];
  });
  const { cycle } = asked.template;
  const [own, another] = years.filter(({ year }) => year === cycle);
  // two columns of one year are about something else besides it
  if (own === undefined || another !== undefined) return null;
  return {
    indicators: [],
    known: new Set(years.map(({ at }) => at)),
    fields: fields.map((field, at) => (at === own.at ? 'value' : field)),
    problems: years
      .filter((one) => one !== own)
      .map((one) =>
        importProblem('WARN', 'OTHER_YEAR_COLUMN', { column: one.head }, { year: one.year, cycle }),
      ),
  };
}

/** Is this row the head of a wide table? The first such row is. */
export function isWideHead(row: readonly string[], asked: Asked): boolean {
  const wide = wideOf(row, row.map(fieldOf), asked);
  if (wide === null) return false;
  // one indicator alone may be named in a title: a second one, or a column of another meaning, stands beside it
  return wide.indicators.length !== 1 || row.some((text) => fieldOf(text) !== null);
}

/** A row of its own for each indicator whose cell is filled. */
export function* unfold(
  row: SourceRow,
  indicators: readonly ValueColumn[],
  cellAt: (column: ValueColumn) => { cell: SourceCell; problem: ImportProblem | null },
): Iterable<SourceRow> {
  for (const column of indicators) {
    const { cell: value, problem } = cellAt(column);
    if (value.text.trim() === '' && problem === null) continue;
    const indicator = { text: column.head, column: column.head };
    yield {
      line: row.line,
      cells: { ...row.cells, indicator, value },
      problems: [...row.problems, ...(problem === null ? [] : [problem])],
    };
  }
}
