import { countSteps, MOVEMENT_GROUPS } from '@qadam/domain';
import type { TFunction } from 'i18next';
import type { SearchOf } from '../../app/search.ts';
import { type AnswerPart, answerParts, answerText } from '../../ui/answer-parts.ts';
import type { ScorecardQuery } from './scorecard.generated.ts';

export type ScorecardData = NonNullable<ScorecardQuery['scorecard']>;
export type Row = ScorecardData['rows'][number];
export type Cell = Row['cells'][number];

type Search = Pick<SearchOf<'scorecard'>, 'word' | 'moved'>;

const ways: Readonly<Record<string, readonly Cell['level']['movement'][]>> = MOVEMENT_GROUPS;

/** Does the address ask for some of the steps only? */
export const isChosen = ({ word, moved }: Search): boolean =>
  word !== undefined || moved !== undefined;

/** Is this step among those asked for, by its word and by the way it moved? */
export function isFound({ level }: Cell, { word, moved }: Search): boolean {
  return (
    (word === undefined || word.split('~').includes(level.word)) &&
    (moved === undefined || (ways[moved]?.includes(level.movement) ?? false))
  );
}

/** The actions with a step that was asked for, in the order of the meeting. */
export const foundRows = (rows: readonly Row[], search: Search): Row[] =>
  rows.filter((row) => row.cells.some((cell) => isFound(cell, search)));

/** All steps; the action that all four share counts once. */
export const stepsOf = (rows: readonly Row[]): Cell[] => rows.flatMap(({ cells }) => cells);

/** The answer about all four countries: every action in each, the shared one once. */
export function overviewAnswer(
  t: TFunction<'levels'>,
  { rows, areas }: ScorecardData,
): AnswerPart[] {
  return answerParts(t, countSteps(stepsOf(rows).map(({ level }) => level)), {
    actions: rows.length,
    areas: areas.filter(({ code }) => code !== 'CA4').length,
  });
}

/** The same as plain text, for readers who see only a link to the page. */
export const overviewSentence = (t: TFunction<'levels'>, data: ScorecardData): string =>
  answerText(overviewAnswer(t, data));
