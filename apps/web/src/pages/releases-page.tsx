import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CitePage } from '../features/publication/cite-page.tsx';
import { ReleaseList } from '../features/publication/release-list.tsx';
import { FeedLink } from '../ui/feed-link.tsx';
import { NothingPublished } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';

const route = getRouteApi('/$lang/releases');

export function ReleasesPage() {
  const { release, releases } = route.useLoaderData();
  const { t } = useTranslation();
  if (release === null) return <NothingPublished />;
  return (
    <>
      <PageHeader title={t('releases.title')} lead={t('releases.lead')}>
        <p>
          <FeedLink name="releases" label={t('feed.releases')} />
        </p>
      </PageHeader>
      <ReleaseList releases={releases} />
      <CitePage
        name={t('releases.title')}
        path={`/releases?release=${release.number}`}
        release={release}
      />
    </>
  );
}
