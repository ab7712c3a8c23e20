import { entryOf, type CellContent, type FactContent } from '@qadam/domain';
import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import type { WorkRevisionFragment } from '../../desk/work-revision.generated.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

export const FIGURES = ['value', 'numerator', 'denominator'] as const;
export type FigureField = (typeof FIGURES)[number];
export type MissingReason = NonNullable<WorkRevisionFragment['missingReason']>;

/** One cell as it is typed. Figures stay the text they are until they can be read. */
export interface Draft extends Record<FigureField, string> {
  missingReason: MissingReason | null;
  /** How final the value is (OBS_STATUS). Null: as it was. */
  obsStatus: string | null;
  /** Null: not entered; last year's source, if any, is offered. */
  sourceText: string | null;
  comment: string;
  /** Of an element of a law: when its stage was reached, and what proves it. */
  factDate: string;
  provision: string;
  /** Null: not entered; then it is official. */
  basis: FactContent['basis'];
}

/** What of a draft is sent. Exact decimals as text. */
export interface Content extends FactContent, Record<FigureField, string | null> {
  missingReason: MissingReason | null;
  obsStatus: string | null;
  sourceText: string | null;
  comment: string | null;
}

export interface SaveRequest extends Content {
  indicator: string;
  part: FormCellFragment['part'];
  expectedVersion: number;
  idempotencyKey: string;
}

export function draftOf(cell: FormCellFragment, mark: DecimalMark): Draft {
  const { current } = cell;
  const entered = current && entryOf(current, cell);
  return {
    value: typed(entered?.value, mark),
    numerator: typed(entered?.numerator, mark),
    denominator: typed(entered?.denominator, mark),
    missingReason: entered?.missingReason ?? null,
    obsStatus: null,
    sourceText: current?.sourceText ?? null,
    comment: current?.comment ?? '',
    factDate: current?.factDate ?? '',
    provision: current?.provision ?? '',
    basis: current?.basis ?? null,
  };
}

const WAITING_TEXTS = ['sourceText', 'comment', 'factDate', 'provision'] as const;

/** The source, the comment and what else of a draft can be typed before there is a value to save it with. */
export const textsOf = (draft: Draft): Partial<Draft> =>
  Object.fromEntries(
    WAITING_TEXTS.filter((name) => (draft[name] ?? '').trim() !== '').map((name) => [
      name,
      draft[name],
    ]),
  );

/** What is sent to take a first value back: the cell is blank again. */
export const BLANK: Content = {
  value: null,
  numerator: null,
  denominator: null,
  missingReason: null,
  obsStatus: null,
  sourceText: null,
  comment: null,
  factDate: null,
  provision: null,
  basis: null,
};

/** Is the content the one that was sent, or is stored? */
export const isSame = (one: Content, other: Record<keyof Content, unknown>): boolean =>
  Object.keys(BLANK).every((name) => one[name as keyof Content] === other[name as keyof Content]);

/** Is the draft what the server has? Then there is nothing to save. */
export const isSaved = (
  { content, holds }: { content: Content | null; holds: CellContent | null },
  { current }: Pick<FormCellFragment, 'current'>,
): boolean =>
  content !== null &&
  holds !== null &&
  current !== null &&
  isSame({ ...content, ...holds }, current);

export const hasFiguresOf = (before: Draft, after: Draft): boolean =>
  FIGURES.every((name) => before[name] === after[name]);

/** What goes into one cell; the key of a whole is the code of its indicator. */
export interface Patch {
  key: string;
  patch: Partial<Draft>;
}

/**
 * What choosing a stage of an element fills in: with the stage it had, the date and article it had; these do not stay with
 * another stage.
 */
export function stagePatch(
  { lastFact }: Pick<FormCellFragment, 'lastFact'>,
  draft: Draft,
  value: string,
): Partial<Draft> {
  if (lastFact !== null && value === String(lastFact.stage)) return factPatch(lastFact);
  const isOld = lastFact !== null && draft.factDate === lastFact.date;
  return isOld ? { value, factDate: '', provision: '', basis: null } : { value };
}

const factPatch = (fact: NonNullable<FormCellFragment['lastFact']>): Partial<Draft> => ({
  value: String(fact.stage),
  factDate: fact.date,
  provision: fact.provision ?? '',
  basis: fact.basis,
});

/** The value of the year before as one would type it, of an element the fact from before; null where there is none. */
export function lastYear(
  { history, element, lastFact }: FormCellFragment,
  year: number,
  mark: DecimalMark,
): Partial<Draft> | null {
  if (element !== null) return lastFact && factPatch(lastFact);
  const last = history.find((one) => one.year === year - 1);
  if (last?.value == null) return null;
  return { value: typed(last.value, mark), numerator: '', denominator: '' };
}

/** Texts come in the language the page was opened in; a save answers in another. */
export function fresh(known: FormCellFragment, next: FormCellFragment): FormCellFragment {
  const { name, indicatorName, definition, unitText, stages } = known;
  return { ...next, name, indicatorName, definition, unitText, stages };
}
