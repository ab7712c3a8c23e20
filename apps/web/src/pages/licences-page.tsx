import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { List } from '../features/about/parts.tsx';
import { SourceList } from '../features/about/source-list.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';

const route = getRouteApi('/$lang/site/about/licences');

export function LicencesPage() {
  const { releases, sources } = route.useLoaderData();
  const { lang } = route.useParams();
  const { t } = useTranslation('about');
  const number = releases.find(({ latest }) => latest)?.number;
  const deed = `https://creativecommons.org/licenses/by/4.0/deed.${lang === 'en' ? 'en' : 'ru'}`;
  return (
    <>
      <PageHeader title={t('licences.title')} lead={t('licences.lead')} />
      <Section title={t('licences.oursTitle')}>
        <List
          items={[
            <>
              {t('licences.ours1')}{' '}
              <a href={deed} rel="license noreferrer">
                {t('licences.licenceText')}
              </a>
            </>,
            t('licences.ours2'),
            t('licences.ours3'),
          ]}
        />
      </Section>
      {number !== undefined && (
        <>
          <Section title={t('licences.citeTitle')}>
            <p>{t('licences.cite1', { number })}</p>
          </Section>
          <Section title={t('licences.sourcesTitle', { number })} note={t('licences.sources1')}>
            <div>
              <SourceList uses={sources ?? []} />
            </div>
          </Section>
        </>
      )}
    </>
  );
}
