import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ReleaseFacts } from '../features/publication/release-facts.tsx';
import { Scorecard } from '../features/scorecard/scorecard.tsx';
import { Legend } from '../ui/legend.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { Section } from '../ui/section.tsx';
import { PageLink } from '../ui/page-link.tsx';

const route = getRouteApi('/$lang/releases/$number');

/** A release as it was published: unchanging, and made to be cited. */
export function ReleasePage() {
  const data = route.useLoaderData();
  const { t } = useTranslation();
  const { release } = data;
  return (
    <>
      <PageHeader
        eyebrow={<PageLink to="/$lang/releases">{t('nav.releases')}</PageLink>}
        title={t('releases.one', { number: release.number })}
        lead={<LocalText of={release.note} />}
      >
        <ReleaseLine release={release} />
      </PageHeader>
      <Scorecard data={data} rows={data.rows} />
      <Legend />
      <Section title={t('releases.factsTitle')} note={t('releases.factsNote')}>
        <ReleaseFacts release={release} />
      </Section>
    </>
  );
}
