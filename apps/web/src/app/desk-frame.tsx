import '../theme/mantine.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { ClientOnly, Outlet, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DeskProvider } from '../desk/desk-provider.tsx';
import { cssVariables, theme } from '../theme/theme.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { colorKey } from './color-scheme.ts';

export { deskPages } from './desk-pages.ts';

const colorScheme = localStorageColorSchemeManager({ key: colorKey });

/** The server sends the frame and a skeleton; the desk itself runs in the browser only. */
export function DeskFrame() {
  const { t } = useTranslation();
  const { nonce } = useRouteContext({ from: '__root__' });
  return (
    <>
      <noscript>
        <p>{t('desk.noscript')}</p>
      </noscript>
      <ClientOnly fallback={<PageSkeleton />}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
          colorSchemeManager={colorScheme}
          deduplicateInlineStyles
          {...(nonce === undefined ? {} : { getStyleNonce: () => nonce })}
        >
          <DeskProvider>
            <Outlet />
          </DeskProvider>
        </MantineProvider>
      </ClientOnly>
    </>
  );
}
