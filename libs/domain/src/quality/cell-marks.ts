import type { Maybe } from '../values/figure.ts';

/** Marks that say more about a reported cell than its class does, in the order of the page. */
export const CELL_MARKS = ['LATE', 'PROVISIONAL', 'ESTIMATED', 'REVISED', 'OUTLIER'] as const;
export type CellMark = (typeof CELL_MARKS)[number];

export interface MarkedCell {
  /** `due` and `submittedOn` are calendar days `YYYY-MM-DD` of the country. */
  due: string;
  submittedOn?: Maybe<string>;
  obsStatus?: Maybe<string>;
  /** How often the published value was changed since it was first published. */
  revisions: number;
  hits: readonly { code: string; severity: string }[];
}

const OUTLIERS = new Set(['OUTLIER', 'LARGE_CHANGE', 'UNIT_MAGNITUDE']);

/** The marks of a cell in the heat grid: late, provisional, estimated, revised, outlier. Source: experience.md W12. */
export function cellMarks(cell: MarkedCell): CellMark[] {
  const { due, submittedOn, obsStatus, revisions, hits } = cell;
  const found: Record<CellMark, boolean> = {
    LATE: submittedOn != null && submittedOn > due,
    PROVISIONAL: obsStatus === 'P',
    ESTIMATED: obsStatus === 'E' || obsStatus === 'I',
    REVISED: revisions > 0,
    OUTLIER: hits.some(({ code, severity }) => severity !== 'SKIP' && OUTLIERS.has(code)),
  };
  return CELL_MARKS.filter((mark) => found[mark]);
}
