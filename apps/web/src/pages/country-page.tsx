import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CountryActions } from '../features/countries/country-actions.tsx';
import { CountryIndicators } from '../features/countries/country-indicators.tsx';
import { Headline } from '../features/countries/headline.tsx';
import { Highlights } from '../features/countries/highlights.tsx';
import { HelpText } from '../features/help/help-text.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { LongList } from '../ui/long-list.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { Section } from '../ui/section.tsx';
import { SourceLine } from '../ui/source-line.tsx';
import { newestFirst, Timeline } from '../ui/timeline.tsx';

const route = getRouteApi('/$lang/countries/$iso3');

export function CountryPage() {
  const { lang, iso3 } = route.useParams();
  const data = route.useLoaderData();
  const { t } = useTranslation();
  const { headline } = data;
  return (
    <>
      <PageHeader
        eyebrow={
          <Link to="/$lang/countries" params={{ lang }}>
            {t('countries.title')}
          </Link>
        }
        title={<LocalText of={data.area.name} />}
        lead={<Headline of={headline} />}
      >
        <p>
          {t('country.reported', {
            assessed: headline.indicatorsAssessed,
            total: headline.indicatorsTotal,
          })}
        </p>
        <ReleaseLine release={data.release} />
        <p>
          <Link to="/$lang/changes" params={{ lang }} search={{ c: iso3 }}>
            {t('country.changes')}
          </Link>
        </p>
      </PageHeader>
      {data.help !== null && (
        <Section title={t('help.here', { country: data.area.name.text })}>
          <HelpText of={data.help} />
          <p>
            <Link to="/$lang/help" params={{ lang }}>
              {t('help.more')}
            </Link>
          </p>
        </Section>
      )}
      <Highlights data={data} />
      <Section title={t('country.actions')}>
        <CountryActions data={data} />
      </Section>
      <Section title={t('country.indicators')} note={t('country.indicatorsNote')}>
        <CountryIndicators data={data} />
      </Section>
      {data.events.length > 0 && (
        <Section title={t('events.title')} note={t('events.note')}>
          <LongList items={newestFirst(data.events)} first={6}>
            {(events) => <Timeline events={events} sources={data.sources} />}
          </LongList>
        </Section>
      )}
      {data.sources.length > 0 && (
        <Section title={t('sources.label')}>
          <LongList items={data.sources} first={6}>
            {(sources) => <SourceLine sources={sources} />}
          </LongList>
        </Section>
      )}
    </>
  );
}
