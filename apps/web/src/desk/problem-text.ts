import { useTranslation } from 'react-i18next';
import { problemSlots, type Catalogs, type ProblemFacts } from '@qadam/i18n';
import { useFormat } from '../ui/use-format.ts';

/** A problem of the API or a hit of a rule, for which this file chooses the sentence. */
export type Problem = ProblemFacts;

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
