import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ColorMenu } from './color-menu.tsx';
import styles from './desk-header.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { Wordmark } from './wordmark.tsx';

/** The id of the element into which the links of the desks are put: only the browser knows who is signed in. */
export const deskLinks = 'desk-links';

/**
 * One line above each desk: the way to the public site, the desks of the person who is signed in (put there in the
 * browser), and the choices of colours and language.
 */
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
