import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IndicatorItems } from '../features/indicator-list/indicator-items.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { NothingPublished } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { Section } from '../ui/section.tsx';
import { PageLink } from '../ui/page-link.tsx';

const route = getRouteApi('/$lang/more/indicators');

/** All indicators by action, each marked if nothing is known about it yet. */
export function IndicatorsPage() {
  const list = route.useLoaderData();
  const { t } = useTranslation(['site', 'public']);
  if (list === null) return <NothingPublished />;
  const { actions, indicators, release } = list;
  const alone = indicators.filter(({ uses }) => uses.length === 0);
  const known = indicators.filter((one) => one.known > 0).length;
  return (
    <>
      <PageHeader title={t('indicators.title')} lead={t('indicators.lead')}>
        <p>{t('indicators.known', { known, total: indicators.length })}</p>
        <ReleaseLine release={release} />
      </PageHeader>
      {actions.map(({ code, title }) => (
        <Section
          key={code}
          title={
            <PageLink to="/$lang/actions/$code" params={{ code }}>
              {code} <LocalText of={title} />
            </PageLink>
          }
        >
          <IndicatorItems
            action={code}
            items={indicators.filter(({ uses }) => uses.some(({ action }) => action === code))}
          />
        </Section>
      ))}
      {alone.length > 0 && (
        <Section title={t('indicators.other')}>
          <IndicatorItems action={null} items={alone} />
        </Section>
      )}
    </>
  );
}
