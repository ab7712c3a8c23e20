import { SINCE_YEAR, type StepCounts } from '@qadam/domain';
import type { TFunction } from 'i18next';

/** The steps that a number counts, as a filter in the address of the overview. */
export type StepFilter = { word: string } | { moved: 'forward' | 'back' };

/** A piece of the answer. One with a filter is a number and what it counts, and can link to these steps. */
export interface AnswerPart {
  text: string;
  filter?: StepFilter;
}

/** What the steps belong to; null: to the actions of one country. */
export type AnswerOf = { actions: number; areas: number } | null;

const listed = ['DONE', 'MOSTLY_DONE', 'UNDER_WAY', 'BEGUN', 'NOT_BEGUN'] as const;
const HERE = '\u0000';

/**
 * The answer as sentences of counts, always in the same order: how many steps have come how far, for how many too
 * little is known, and how many moved since the meeting.
 */
export function answerParts(
  t: TFunction<'levels'>,
  counts: StepCounts,
  of: AnswerOf,
): AnswerPart[] {
  const { words, total: count } = counts;
  const known = listed.flatMap((word) => {
    const number = words[word];
    return number === 0 ? [] : [{ text: t(`answer.${word}`, { count: number }), filter: { word } }];
  });
  if (known.length === 0) return [{ text: t('answer.nothing') }];
  const and = ` ${t('answer.and')} `;
  const unclear = words.PARTLY_KNOWN + words.NOT_KNOWN;
  const list: AnswerPart[] = known.flatMap((part, i) => [
    ...(i === 0 ? [] : [{ text: i === known.length - 1 ? and : ', ' }]),
    part,
  ]);
  if (unclear > 0) {
    const filter = { word: 'PARTLY_KNOWN~NOT_KNOWN' };
    list.push({ text: '; ' }, { text: t('answer.tooLittle', { count: unclear }), filter });
  }
  const sentence =
    of === null
      ? t('answer.here', { count, list: HERE })
      : t('answer.steps', {
          count,
          list: HERE,
          actions: t('answer.actions', { count: of.actions }),
          areas: t('answer.areas', { count: of.areas }),
        });
  const way = (moved: 'forward' | 'back'): AnswerPart => {
    const text = t(`answer.${moved}`, { count: counts[moved] });
    return counts[moved] === 0 ? { text } : { text, filter: { moved } };
  };
  const moved = [way('forward'), { text: and }, way('back')];
  const parts: AnswerPart[] = [
    ...(words.DONE === 0
      ? [{ text: `${t(of === null ? 'answer.noneHere' : 'answer.none')} ` }]
      : []),
    ...around(sentence, list),
    ...(counts.unknown < count
      ? [{ text: ' ' }, ...around(t('answer.moved', { year: SINCE_YEAR, list: HERE }), moved)]
      : []),
  ];
  return parts.map((part) => ({ ...part, text: bound(part.text) }));
}

/** A sentence with the parts put in at its placeholder. */
function around(sentence: string, parts: readonly AnswerPart[]): AnswerPart[] {
  const [before = '', after = ''] = sentence.split(HERE);
  return [{ text: before }, ...parts, { text: after }];
}

/** Keeps a number on the same line as the word after it. */
const bound = (text: string): string => text.replace(/(?<=\d) |(?<=\d-[\p{L}]{1,3}) /gu, '\u00a0');

export const answerText = (parts: readonly AnswerPart[]): string =>
  parts.map(({ text }) => text).join('');
