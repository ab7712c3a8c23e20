import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { HeadContent, Outlet, getRouteApi } from '@tanstack/react-router';
import { languageTag } from '@qadam/i18n';
import { theme } from '../theme/theme.ts';
import { FocusMain } from './focus-main.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { NewerRelease } from './newer-release.tsx';
import styles from './document.module.css';
import { SkipLink } from './skip-link.tsx';
import { Progress } from './progress.tsx';
import { usePageKind } from './use-page-kind.ts';

const root = getRouteApi('__root__');

/** The same key as in public/assets/color-scheme.js, which sets the colours before the first paint. */
const colorScheme = localStorageColorSchemeManager({ key: 'qadam.theme' });

/** The whole document is React's: language, head and body come from one tree on both sides. */
export function Document() {
  const { lang, nonce } = root.useRouteContext();
  const { desk, paper, framed } = usePageKind();
  return (
    <html lang={languageTag(lang)} suppressHydrationWarning>
      <head>
        <HeadContent />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          defaultColorScheme="auto"
          colorSchemeManager={colorScheme}
          {...(framed ? { forceColorScheme: 'light' } : {})}
          deduplicateInlineStyles
          {...(desk && nonce !== undefined ? { getStyleNonce: () => nonce } : {})}
        >
          {framed ? (
            <main className={styles.framed}>
              <Outlet />
            </main>
          ) : (
            <>
              <SkipLink />
              <div className={paper ? 'no-print' : undefined}>
                <Header desk={desk} />
              </div>
              <Progress />
              {!desk && <NewerRelease />}
              <FocusMain />
              <main
                id="main"
                className={paper ? `${styles.main ?? ''} ${styles.paper ?? ''}` : styles.main}
                tabIndex={-1}
              >
                <Outlet />
              </main>
              <div className={paper ? 'no-print' : undefined}>
                <Footer desk={desk} />
              </div>
            </>
          )}
        </MantineProvider>
      </body>
    </html>
  );
}
