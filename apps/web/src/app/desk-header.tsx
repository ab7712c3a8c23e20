import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ColorMenu } from './color-menu.tsx';
import styles from './desk-header.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { Wordmark } from './wordmark.tsx';

/** Where the links of the desks are put: who is signed in is known in the browser only. */
export const deskLinks = 'desk-links';

/** Above a desk one line: the way to the public site, the desks of whoever is signed in (put there in the browser), and the choices of every page. */
export function DeskHeader() {
  const { lang } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  return (
    <header className={`${styles.header ?? ''} no-print`}>
      <Link
        to="/$lang"
        params={{ lang }}
        reloadDocument
        activeOptions={{ exact: true }}
        className={styles.brand}
      >
        <Wordmark size={28} />
        <span>{t('site.name')}</span>
      </Link>
      <div id={deskLinks} className={styles.links} />
      <div className={styles.tools}>
        <ColorMenu />
        <LanguageMenu />
      </div>
    </header>
  );
}
