import { entryOf, type CellContent, type FactContent } from '@qadam/domain';
import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import type { WorkRevisionFragment } from '../../desk/work-revision.generated.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

export const FIGURES = ['value', 'numerator', 'denominator'] as const;
export type FigureField = (typeof FIGURES)[number];
export type MissingReason = NonNullable<WorkRevisionFragment['missingReason']>;

/** One cell as it is typed. Figures stay text, just as typed, until they can be read as numbers. */
export interface Draft extends Record<FigureField, string> {
  missingReason: MissingReason | null;
  /** How final the value is (OBS_STATUS). Null: not chosen here, so the cell keeps the status it has. */
  obsStatus: string | null;
  /** Null: the reporter has entered none yet; last year's source, if there is one, is offered. */
  sourceText: string | null;
  comment: string;
  /** Only for an element of a law: when it reached its stage, and what proves it. */
  factDate: string;
  provision: string;
  /** Null: not entered, which counts as official. */
  basis: FactContent['basis'];
}

/** The part of a draft that is sent to the server. Decimals are exact, as text. */
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

/** The filled texts of a draft that can be typed before there is a value to save them with: source, comment, date and provision. */
export const textsOf = (draft: Draft): Partial<Draft> =>
  Object.fromEntries(
    WAITING_TEXTS.filter((name) => (draft[name] ?? '').trim() !== '').map((name) => [
      name,
      draft[name],
    ]),
  );

/** Sent to take back the first value of a cell, so that it is blank again. */
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

/** Is this content the same as the one that was sent, or that the server has stored? */
export const isSame = (one: Content, other: Record<keyof Content, unknown>): boolean =>
  Object.keys(BLANK).every((name) => one[name as keyof Content] === other[name as keyof Content]);

/** Does the server already have this draft? Then there is nothing to save. */
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

/** A change to one cell. The key of a whole value is the code of its indicator; see `keyOf`. */
export interface Patch {
  key: string;
  patch: Partial<Draft>;
}

/**
 * What choosing a stage of an element fills in. If it is the stage the element had before, its date and provision come
 * along; for another stage they are cleared.
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

/** What to type to repeat the value of the year before; for an element of a law, its last known fact. Null where there is none. */
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

/** Keeps the texts that are on the page: the page may be in another language than the answer to a save. */
export function fresh(known: FormCellFragment, next: FormCellFragment): FormCellFragment {
  const { name, indicatorName, definition, unitText, stages } = known;
  return { ...next, name, indicatorName, definition, unitText, stages };
}
