import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, stringifySearch } from '../app/search.ts';
import { CitePage } from '../features/publication/cite-page.tsx';
import { CountryGrid } from '../features/quality/country-grid.tsx';
import { PublishedChoices, PublishedKey } from '../features/quality/published-choices.tsx';
import { PublishedFacts } from '../features/quality/published-facts.tsx';
import { PublishedGrid } from '../features/quality/published-grid.tsx';
import { countAllStates } from '../features/quality/published-state.ts';
import { type Dimension, DIMENSIONS } from '../ui/quality-fact.tsx';
import { NothingPublished } from '../ui/message.tsx';
import { NumberedPages } from '../ui/numbered-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../ui/use-format.ts';

const route = getRouteApi('/$lang/site/quality');

/** The public quality of the data of a release. */
export function QualityPage() {
  const { all, country, areas } = route.useLoaderData();
  const search = keep('quality', route.useSearch());
  const { cell, ...view } = search;
  const { c, ...kept } = view;
  const { t } = useTranslation(['about', 'public']);
  const format = useFormat();
  const shown = country ?? all;
  if (shown === null) return <NothingPublished />;
  const dimension: Dimension = DIMENSIONS.find((one) => one === view.dim) ?? 'completeness';
  const counts = countAllStates(shown, dimension)
    .map(([look, n]) => `${t(`quality.look.${look}`)}: ${format.number(String(n), 0)}`)
    .join(' · ');
  return (
    <>
      <PageHeader title={t('quality.title')} lead={t('quality.lead')}>
        <ReleaseLine release={{ ...shown.release, previous: null }} />
      </PageHeader>
      <Section title={t('quality.factsTitle')} note={t('quality.factsNote')}>
        <PublishedFacts quality={shown} />
      </Section>
      <Section id="grid" title={t('quality.gridTitle')} note={t('quality.gridNote')}>
        <PublishedChoices dimension={dimension} areas={areas} search={view} />
        <p role="status">{counts}</p>
        <PublishedKey dimension={dimension} />
        {country && c !== undefined && (
          <CountryGrid
            quality={country}
            dimension={dimension}
            search={{ ...kept, c }}
            open={cell}
          />
        )}
        {all && <PublishedGrid quality={all} dimension={dimension} search={kept} />}
        <NumberedPages of={shown} total={shown.indicatorCount} search={view} list="grid" />
      </Section>
      <CitePage
        name={t('quality.title')}
        path={`/quality${stringifySearch({ ...search, release: shown.release.number })}`}
        release={shown.release}
      />
    </>
  );
}
