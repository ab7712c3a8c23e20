import { exportCsvCell } from '@qadam/domain';
import { type Language, problemSlots, type TextKey, translator } from '@qadam/i18n';
import type { ImportProblem } from './import-problem.ts';

/** The list of problems that a person takes along: where each is, its code, and the sentence the page shows. */
export async function errorList(
  language: Language,
  problems: readonly ImportProblem[],
): Promise<string> {
  const word = await translator(language, 'files');
  const say = await translator(language, 'problems');
  const sentence = (problem: ImportProblem): string => {
    const slots = problemSlots(language, problem);
    const sentenceText = say(problem.code as TextKey<'problems'>, slots);
    // a code without a sentence comes back as it is
    return sentenceText === problem.code ? say('UNKNOWN', slots) : sentenceText;
  };
  const head = (['row', 'column', 'severity', 'code', 'sentence'] as const).map((name) =>
    word(`errors.${name}`),
  );
  const lines = problems.map((problem) => [
    problem.row,
    problem.column,
    word(`errors.${problem.severity}`),
    problem.code,
    sentence(problem),
  ]);
  const text = [head, ...lines].map((line) =>
    line.map((value) => exportCsvCell({ value }).cell).join(','),
  );
  // the mark lets Excel see that it is UTF-8
  return `\uFEFF${text.join('\r\n')}\r\n`;
}
