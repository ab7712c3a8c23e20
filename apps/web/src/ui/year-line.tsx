import { useTranslation } from 'react-i18next';
import styles from './page-line.module.css';
import { PageLink } from './page-link.tsx';
import { useFormat } from './use-format.ts';
import { ViewForm } from './view-form.tsx';
import { YearField } from './year-field.tsx';

/** The beginning of the line below an answer: the year, which can be chosen, and the release. */
export function YearLine(props: {
  data: {
    year: number;
    firstYear: number;
    release: { number: string; asOfYear: number; latest: boolean };
  };
  /** The address of the page, without the language at its start. */
  path: string;
  search: Readonly<Record<string, string>>;
  apply: (search: Record<string, unknown>) => void;
}) {
  const { lang } = useFormat();
  const { t } = useTranslation();
  const { year, firstYear, release } = props.data;
  return (
    <>
      <ViewForm
        label={t('filters.form')}
        action={`/${lang}${props.path}`}
        search={props.search}
        own={['year']}
        apply={(sent) => props.apply(Object.fromEntries(sent))}
      >
        <YearField year={year} firstYear={firstYear} asOf={release.asOfYear} />
        <noscript>
          <button type="submit">{t('map.submit')}</button>
        </noscript>
      </ViewForm>
      <span className={styles.way}>
        <PageLink to="/$lang/releases/$number" params={{ number: release.number }}>
          {t('releases.one', { number: release.number })}
        </PageLink>
        {!release.latest && <>&nbsp;· {t('releases.frozen')}</>}
      </span>
    </>
  );
}
