import { useTranslation } from 'react-i18next';
import { problemSlots, type Catalogs, type ProblemFacts } from '@qadam/i18n';
import { useFormat } from '../ui/use-format.ts';

/** A problem of the API or a hit of a rule, for which this file chooses the sentence. */
export type Problem = ProblemFacts;

/** One fact of a problem, if the problem has it. */
export const paramOf = ({ params }: Problem, name: string): string | undefined =>
  params.find((one) => one.name === name)?.value;

/** The facts of a problem that was found here, in the form in which the server sends them. */
export const paramsOf = (facts: Readonly<Record<string, string>>) =>
  Object.entries(facts).map(([name, value]) => ({ name, value }));

type Code = keyof Catalogs['problems'];
/** A simpler type for `t`, because with more than a hundred keys the compiler cannot tell what it returns. */
type Translate = (key: Code, values: Record<string, string>) => string;

export function useProblemText(): (problem: Problem) => string {
  const { t, i18n } = useTranslation('problems');
  const { lang } = useFormat();
  return (problem) => {
    const { code } = problem;
    const key = i18n.exists(code, { ns: 'problems' }) ? (code as Code) : 'UNKNOWN';
    return (t as Translate)(key, problemSlots(lang, problem));
  };
}
