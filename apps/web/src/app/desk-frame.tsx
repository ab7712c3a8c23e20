import { ClientOnly, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DeskProvider } from '../desk/desk-provider.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';

/** The server sends the frame and a skeleton; the desk itself runs in the browser only. */
export function DeskFrame() {
  const { t } = useTranslation();
  return (
    <>
      <noscript>
        <p className="desk-noscript">{t('desk.noscript')}</p>
      </noscript>
      <ClientOnly fallback={<PageSkeleton />}>
        <DeskProvider>
          <Outlet />
        </DeskProvider>
      </ClientOnly>
    </>
  );
}
