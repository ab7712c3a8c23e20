import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HelpList } from '../features/help/help-list.tsx';
import { PageHeader } from '../ui/page-header.tsx';

const route = getRouteApi('/$lang/help');

/** Where to find help, by country, and how to leave without a trace on the screen. */
export function HelpPage() {
  const { helpLines } = route.useLoaderData();
  const { t } = useTranslation();
  const lines = helpLines ?? [];
  return (
    <>
      <PageHeader title={t('help.title')} lead={t('help.lead')}>
        <p>{t('help.leave')}</p>
      </PageHeader>
      {lines.length === 0 ? <p>{t('help.none')}</p> : <HelpList lines={lines} />}
    </>
  );
}
