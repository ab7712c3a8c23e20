import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogs } from '@qadam/i18n';
import { useFormat, type Format } from '../ui/use-format.ts';

/** A problem of the API or a hit of a rule: the sentence is chosen here. */
export interface Trouble {
  code: string;
  params: readonly { name: string; value: string }[];
}

type Code = keyof Catalogs['problems'];
/** With more than a hundred keys the compiler gives up on what `t` returns. */
type Say = (key: Code, values: Record<string, string>) => string;

/** What is no quantity stays as it is: years, codes, and what somebody typed. */
const verbatim = /year|cycle|text|cell|key/i;
/** Of a plan, `target` and `baseline` can be years as well as values. */
const yearCodes = new Set(['TARGET_NOT_AFTER_BASELINE']);

function said(format: Format, code: string, { name, value }: Trouble['params'][number]): string {
  const isFigure = /^-?\d+(\.\d+)?$/.test(value) && !verbatim.test(name) && !yearCodes.has(code);
  return isFigure ? format.number(value) : value;
}

export function useProblemText(): (trouble: Trouble) => string {
  const { t, i18n } = useTranslation('problems');
  const format = useFormat();
  return useCallback(
    ({ code, params }) => {
      const key = i18n.exists(code, { ns: 'problems' }) ? (code as Code) : 'UNKNOWN';
      const values: Record<string, string> = {};
      for (const param of params) values[param.name] = said(format, code, param);
      return (t as Say)(key, { ...values, code });
    },
    [t, i18n, format],
  );
}
