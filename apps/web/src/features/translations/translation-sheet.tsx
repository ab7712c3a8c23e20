import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useMe } from '../../desk/session.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { TranslationRow } from './translation-row.tsx';
import { TranslationSheetDocument } from './translations.generated.ts';
import styles from './translations.module.css';

/** All texts of one object in one language; what is missing or older than its source can be shown alone. */
export function TranslationSheet({ subject, lang }: { subject: string; lang: Language }) {
  const { t } = useTranslation('desk');
  const mayEdit = can(useMe(), 'TRANSLATE') === 'ALLOWED' && lang !== 'en';
  const [openOnly, setOpenOnly] = useState(false);
  const { data, error, refetch } = useQuery(TranslationSheetDocument, { variables: { subject } });
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const sheet = data.translationSheet;
  if (!sheet) return <p>{t('framework.none')}</p>;
  const rows = sheet.texts.filter(({ texts }) => {
    const own = texts.find((one) => one.lang === lang);
    return !openOnly || own === undefined || own.stale;
  });
  return (
    <section aria-labelledby="translation-sheet">
      <h2 id="translation-sheet">
        {subject.replace(/^\w+ /, '')} · {t(`admin.lang.${lang}`)}
      </h2>
      {error && <PartFailed error={error} retry={refetch} />}
      {lang === 'en' && <p>{t('translations.source')}</p>}
      <label className={styles.open}>
        <input
          type="checkbox"
          checked={openOnly}
          onChange={(event) => setOpenOnly(event.currentTarget.checked)}
        />
        {t('translations.openOnly')}
      </label>
      {rows.length === 0 && <p className={desk.soft}>{t('translations.nothingOpen')}</p>}
      <ul className={styles.texts}>
        {rows.map((text) => (
          <TranslationRow key={text.path} sheet={sheet} text={text} lang={lang} mayEdit={mayEdit} />
        ))}
      </ul>
    </section>
  );
}
