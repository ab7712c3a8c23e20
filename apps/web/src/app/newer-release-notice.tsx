import { useRouteContext } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './newer-release-notice.module.css';
import { NewestReleaseDocument } from './newest-release.generated.ts';

/** Reads the newest release each time the tab is shown again, and offers it if the page shows another one. */
export function NewerReleaseNotice({ shown, seenAt }: { shown: string; seenAt: number }) {
  const { ask, lang } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  const [newest, setNewest] = useState(shown);
  useEffect(() => {
    ask(NewestReleaseDocument, { lang }, true).then(
      ({ releases }) => setNewest(releases[0]?.number ?? shown),
      () => undefined, // tries again the next time
    );
  }, [ask, lang, shown, seenAt]);
  if (newest === shown) return null;
  const { pathname, search } = window.location; // without a fragment: with one, the browser would not load the document again
  return (
    <p className={styles.line}>
      {t('state.newer', { number: newest, shown })}{' '}
      <a href={pathname + search}>{t('state.showNewer')}</a>
    </p>
  );
}
