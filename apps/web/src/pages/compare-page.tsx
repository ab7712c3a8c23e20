import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Comparison } from '../features/compare/comparison.tsx';
import { searchOf, viewOf } from '../features/compare/view.ts';
import { useNamesOf } from '../ui/area-names.ts';
import { NothingPublished } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';

const route = getRouteApi('/$lang/beside/compare');

/** Up to four indicators in up to four countries, side by side. The address is the view. */
export function ComparePage() {
  const { t } = useTranslation(['public', 'compare']);
  const data = route.useLoaderData();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const names = useNamesOf(data?.areas ?? []);
  if (!data) return <NothingPublished />;
  const view = viewOf(data, search);
  return (
    <>
      <PageHeader
        title={t('compare:title')}
        lead={data.indicators.map(({ indicator }) => indicator.name.text).join(' · ')}
      >
        <ReleaseLine release={data.release} />
      </PageHeader>
      <Comparison
        data={data}
        names={names}
        view={view}
        search={search}
        change={(next) =>
          void navigate({
            search: searchOf(next, data, { ...search, i: next.indicators.join('~') }),
            resetScroll: false,
          })
        }
      />
    </>
  );
}
