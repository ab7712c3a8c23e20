import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages, languageTag, type Language } from '@qadam/i18n';
import styles from './translations.module.css';

interface Row {
  id: string;
  name: ReactNode;
  total: number;
  languages: readonly { lang: Language; done: number; stale: number }[];
}

/** What is there in each language: complete, missing some, or said of an older source, in words and not by colour alone. */
export function CompletenessTable(props: {
  caption: string;
  first: string;
  rows: readonly Row[];
  cell: (row: Row, lang: Language, words: string) => ReactNode;
}) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.region} role="region" aria-label={props.caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.first}</th>
            {languages.map((lang) => (
              <th scope="col" key={lang} lang={languageTag(lang)}>
                {languageNames[lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.languages.map(({ lang, done, stale }) => {
                const words =
                  done === row.total
                    ? t('translations.complete')
                    : t('translations.of', { done, total: row.total });
                return (
                  <td
                    key={lang}
                    data-label={languageNames[lang]}
                    className={done < row.total ? styles.missing : undefined}
                  >
                    {props.cell(row, lang, words)}
                    {stale > 0 && (
                      <>
                        {' '}
                        <span className={styles.stale}>
                          {t('translations.stale', { count: stale })}
                        </span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
