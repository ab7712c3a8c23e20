import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languageNames, languages, languageTag } from '@qadam/i18n';
import { PageHeader } from '../ui/page-header.tsx';
import styles from './glossary-page.module.css';

const route = getRouteApi('/$lang/more/about/glossary');

/**
 * The terms of the site, in the language of the page and in the others. They are in the order of the glossary, as
 * browsers sort alphabets differently.
 */
export function GlossaryPage() {
  const { lang } = route.useParams();
  const glossary = route.useLoaderData();
  const { t } = useTranslation('site');
  const others = languages.filter((other) => other !== lang);
  return (
    <>
      <PageHeader title={t('glossary.title')} lead={t('glossary.lead')} />
      <dl className={styles.entries}>
        {glossary.map((entry) => (
          <div key={entry.id} id={entry.id}>
            <dt>{entry[lang]}</dt>
            <dd>
              <ul className="plain-list cluster">
                {others.map((other) => (
                  <li key={other}>
                    <span lang={languageTag(other)}>{languageNames[other]}</span>{' '}
                    <b lang={languageTag(other)}>{entry[other]}</b>
                  </li>
                ))}
              </ul>
              {entry.source[lang] !== undefined && (
                <small>
                  {t('glossary.source')} {entry.source[lang]}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
