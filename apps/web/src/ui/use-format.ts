import { formatDate, formatNumber, formatPercent, formatSigned, type Language } from '@qadam/i18n';
import { useRouteContext } from '@tanstack/react-router';
import { useMemo } from 'react';

export const formatOf = (lang: Language) => ({
  lang,
  number: (value: string, decimals?: number) => formatNumber(lang, value, decimals),
  signed: (value: string, decimals?: number) => formatSigned(lang, value, decimals),
  percent: (value: string, decimals?: number) => formatPercent(lang, value, decimals),
  date: (day: string) => formatDate(lang, day),
});

export type Format = ReturnType<typeof formatOf>;

export function useFormat(): Format {
  const { lang } = useRouteContext({ from: '__root__' });
  return useMemo(() => formatOf(lang), [lang]);
}
