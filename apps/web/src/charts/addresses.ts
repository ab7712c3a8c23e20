import type { Language } from '@qadam/i18n';
import type { TFunction } from 'i18next';
import { stringifySearch } from '../app/search.ts';

/** The addresses of an indicator's chart and of its numbers. A frame on another site shows the newest release unless one was chosen. */
export function chartAddresses(
  t: TFunction,
  at: { origin: string; lang: Language; code: string; release: string },
  search: Record<string, string | undefined> = {},
) {
  const { origin, lang, code, release } = at;
  const data = `/data/indicators/${code}.csv?release=${release}&lang=${lang}`;
  return {
    /** The page with this view in this release. */
    page: `${origin}/${lang}/indicators/${code}${stringifySearch({ ...search, release })}`,
    embed: `${origin}/embed/indicators/${code}${stringifySearch({ lang, ...search })}`,
    files: [
      { label: t('chart.csvFull'), href: data },
      { label: t('chart.csvExcel'), href: `${data}&for=excel` },
    ],
  };
}
