import {
  HeadContent,
  Outlet,
  useRouteContext,
  useRouter,
  useRouterState,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { languageTag } from '@qadam/i18n';
import { useColorScheme } from './color-scheme.ts';
import { DeskHeader } from './desk-header.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { NewerRelease } from './newer-release.tsx';
import styles from './document.module.css';
import { usePageKind } from './use-page-kind.ts';
import { useTranslation } from 'react-i18next';

function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={styles.skip} href="#main">
      {t('site.skip')}
    </a>
  );
}

/** While the next page loads, the current one stays, with a progress bar. */
function Progress() {
  const { t } = useTranslation();
  const loading = useRouterState({
    select: (state) => state.isLoading && state.resolvedLocation !== undefined,
  });
  return (
    <div role="status">
      {loading && (
        <>
          <div className={styles.progress} />
          <span className="visually-hidden">{t('state.loading')}</span>
        </>
      )}
    </div>
  );
}

/**
 * After a link inside the site a screen reader starts at the new content, as after a full load; after a link within the
 * page, at the place it names.
 */
function useFocusOnContent() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, toLocation, pathChanged, hrefChanged }) => {
        if (fromLocation === undefined || !hrefChanged) return;
        const place = pathChanged ? 'main' : toLocation.hash;
        document.getElementById(place)?.focus({ preventScroll: true });
      }),
    [router],
  );
}

/** React renders the whole document: language, head and body come from one tree, on the server and in the browser. */
export function Document() {
  const { lang } = useRouteContext({ from: '__root__' });
  const { desk, paper, framed } = usePageKind();
  useColorScheme(framed);
  useFocusOnContent();
  return (
    <html lang={languageTag(lang)} suppressHydrationWarning>
      <head>
        <HeadContent />
      </head>
      <body>
        {framed ? (
          <main className={styles.framed}>
            <Outlet />
          </main>
        ) : (
          <>
            <SkipLink />
            <div className={paper ? 'no-print' : undefined}>
              {desk ? <DeskHeader /> : <Header />}
            </div>
            <Progress />
            {!desk && <NewerRelease />}
            <main
              id="main"
              className={[styles.main, paper && styles.paper, desk && styles.desk]
                .filter(Boolean)
                .join(' ')}
              tabIndex={-1}
            >
              <Outlet />
            </main>
            <div className={paper ? 'no-print' : undefined}>
              <Footer desk={desk} />
            </div>
          </>
        )}
      </body>
    </html>
  );
}
