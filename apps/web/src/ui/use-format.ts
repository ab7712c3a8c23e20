import { formatDate, formatNumber, formatPercent, formatSigned, type Language } from '@qadam/i18n';
import { useRouteContext } from '@tanstack/react-router';
import { useMemo } from 'react';

export interface Format {
  lang: Language;
  number: (value: string, decimals?: number) => string;
  signed: (value: string, decimals?: number) => string;
  percent: (value: string, decimals?: number) => string;
  date: (day: string) => string;
}

export const formatOf = (lang: Language): Format => ({
  lang,
  number: (value, decimals) => formatNumber(lang, value, decimals),
  signed: (value, decimals) => formatSigned(lang, value, decimals),
  percent: (value, decimals) => formatPercent(lang, value, decimals),
  date: (day) => formatDate(lang, day),
});

export function useFormat(): Format {
  const { lang } = useRouteContext({ from: '__root__' });
  return useMemo(() => formatOf(lang), [lang]);
}
