import { useRouteContext, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchForm } from '../ui/search-form.tsx';
import { ColorMenu } from './color-menu.tsx';
import { HeaderMenu } from './header-menu.tsx';
import styles from './header.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { NavLinks } from './nav-links.tsx';
import { QuickExit } from './quick-exit.tsx';
import { Wordmark } from './wordmark.tsx';

/** On a narrow screen the links are in a menu and the search is on a page of its own, so that the page itself begins on the first screen. */
export function Header() {
  const { lang } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <div className={styles.barInner}>
          <p className={styles.tagline}>{t('site.tagline')}</p>
          <div className={styles.tools}>
            <SearchForm />
            <ColorMenu />
            <LanguageMenu />
            <QuickExit />
          </div>
        </div>
      </div>
      <div className={styles.inner}>
        <Link
          to="/$lang"
          params={{ lang }}
          activeOptions={{ exact: true }}
          className={styles.brand}
        >
          <Wordmark size={36} />
          <span>{t('site.name')}</span>
        </Link>
        <nav aria-label={t('nav.label')} className={styles.wide}>
          <NavLinks />
        </nav>
        <div className={styles.narrow}>
          <Link
            to="/$lang/search"
            params={{ lang }}
            className={styles.search}
            data-search=""
            aria-label={t('search.title')}
          >
            <svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
              <path
                d="M12.5 12.5 17 17M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z"
                fill="none"
                stroke="currentColor"
                strokeWidth="2"
                strokeLinecap="round"
              />
            </svg>
          </Link>
          <nav aria-label={t('nav.label')}>
            <HeaderMenu menu={menu} className={styles.menu}>
              <summary>{t('nav.menu')}</summary>
              <NavLinks />
            </HeaderMenu>
          </nav>
        </div>
      </div>
    </header>
  );
}
