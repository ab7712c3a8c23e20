import { countSteps } from '@qadam/domain';
import type { TFunction } from 'i18next';
import { answerParts, answerText, type AnswerPart } from '../../ui/answer-parts.ts';
import { stepsOf } from './found-steps.ts';
import type { ScorecardData } from './scorecard.types.ts';

/** The answer about all four countries: every action in each, the one they share once. */
export function overviewAnswer(
  t: TFunction<'levels'>,
  { rows, areas }: ScorecardData,
): AnswerPart[] {
  return answerParts(t, countSteps(stepsOf(rows).map(({ level }) => level)), {
    actions: rows.length,
    areas: areas.filter(({ code }) => code !== 'CA4').length,
  });
}

/** The same in plain words, for those who see only a link to the page. */
export const overviewSentence = (t: TFunction<'levels'>, data: ScorecardData): string =>
  answerText(overviewAnswer(t, data));
