import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { problemSlots, type Catalogs, type ProblemFacts } from '@qadam/i18n';
import { useFormat } from '../ui/use-format.ts';

/** A problem of the API or a hit of a rule: the sentence is chosen here. */
export type Trouble = ProblemFacts;

type Code = keyof Catalogs['problems'];
/** With more than a hundred keys the compiler gives up on what `t` returns. */
type Say = (key: Code, values: Record<string, string>) => string;

export function useProblemText(): (trouble: Trouble) => string {
  const { t, i18n } = useTranslation('problems');
  const { lang } = useFormat();
  return useCallback(
    (trouble) => {
      const { code } = trouble;
      const key = i18n.exists(code, { ns: 'problems' }) ? (code as Code) : 'UNKNOWN';
      return (t as Say)(key, problemSlots(lang, trouble));
    },
    [t, i18n, lang],
  );
}
