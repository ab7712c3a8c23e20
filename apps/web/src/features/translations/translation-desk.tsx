import { useQuery } from '@apollo/client/react';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { CompletenessTable } from './completeness-table.tsx';
import { TranslationSheet } from './translation-sheet.tsx';
import { TranslationsDocument } from './translations.generated.ts';

/** What the framework and the interface say in six languages; which object and language is open stands in the address. */
export function TranslationDesk() {
  const { lang: reader } = useFormat();
  const { t } = useTranslation('desk');
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const { data, error, refetch } = useQuery(TranslationsDocument);
  if (error) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { objects, catalogs } = data.translations;
  const { of: subject, in: chosen } = search;
  const open = subject !== undefined && isLanguage(chosen);
  return (
    <div className={desk.stack}>
      <h1>{t('translations.title')}</h1>
      <p>{t('translations.text')}</p>
      {open && (
        <>
          <p>
            <Link
              to="/$lang/admin/translations"
              params={{ lang: reader }}
              search={{}}
              preload={false}
              onClick={() => void refetch()}
            >
              {t('translations.all')}
            </Link>
          </p>
          <TranslationSheet key={`${subject} ${chosen}`} subject={subject} lang={chosen} />
        </>
      )}
      {!open && (
        <>
          <CompletenessTable
            caption={t('translations.framework')}
            first={t('translations.object')}
            rows={objects.map(({ subject: id, name, ...rest }) => ({
              id,
              name: `${id.replace(/^\w+ /, '')} ${name}`,
              ...rest,
            }))}
            cell={(row, lang, words) => (
              <Link
                to="/$lang/admin/translations"
                params={{ lang: reader }}
                search={{ of: row.id, in: lang }}
                preload={false}
              >
                <span className="visually-hidden">
                  {row.id.replace(/^\w+ /, '')}, {languageNames[lang]}:{' '}
                </span>
                {words}
              </Link>
            )}
          />
          <CompletenessTable
            caption={t('translations.interface')}
            first={t('translations.part')}
            rows={catalogs.map(({ namespace, ...rest }) => ({
              id: namespace,
              name: namespace,
              ...rest,
            }))}
            cell={(_row, _lang, words) => words}
          />
        </>
      )}
    </div>
  );
}
