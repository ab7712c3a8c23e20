import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, stringifySearch } from '../app/search.ts';
import { ChangeList } from '../features/changes/change-list.tsx';
import { ContactList } from '../features/countries/contact-list.tsx';
import { CountryActions } from '../features/countries/country-actions.tsx';
import { CountryForm } from '../features/countries/country-form.tsx';
import { CountryIndicators, isKnown } from '../features/countries/country-indicators.tsx';
import { Headline } from '../features/countries/headline.tsx';
import { Highlights } from '../features/countries/highlights.tsx';
import { StatusCounts } from '../features/countries/status-counts.tsx';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import { HelpText } from '../features/help/help-text.tsx';
import { CitePage } from '../features/publication/cite-page.tsx';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { DocumentList } from '../ui/document-list.tsx';
import { FeedLink } from '../ui/feed-link.tsx';
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
  const search = keep('country', route.useSearch());
  const { origin } = route.useRouteContext();
  const { t } = useTranslation();
  const { changes, headline, release } = data;
  const path = `/countries/${iso3}${stringifySearch({ ...search, release: release.number })}`;
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
        <StatusCounts data={data} />
        <p>
          {t('country.reportedCount', {
            reported: data.indicators.filter(isKnown).length,
            assessed: headline.indicatorsAssessed,
            scored: headline.indicatorsTotal,
            total: data.indicators.length,
          })}
        </p>
        <ReleaseLine release={release} year={data.year} />
        <SignedInTools follow={{ kind: 'COUNTRY', code: iso3 }} />
        <CountryForm data={data} search={search} />
        <p>
          <Link to="/$lang/changes" params={{ lang }} search={{ c: iso3 }}>
            {t('country.changes')}
          </Link>
          {' · '}
          <Link to="/$lang/compare" params={{ lang }}>
            {t('country.compare')}
          </Link>
          {' · '}
          <Link to="/$lang/brief/$area" params={{ lang, area: iso3 }}>
            {t('nav.brief')}
          </Link>
          {' · '}
          <Link to="/$lang/quality" params={{ lang }} search={{ c: iso3 }}>
            {t('nav.quality')}
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
      {changes?.from && (
        <Section
          title={t('country.changedTitle')}
          note={t('country.changedNote', { from: changes.from.number, to: changes.to.number })}
        >
          {changes.items.length === 0 ? (
            <p>{t('country.nothingChanged')}</p>
          ) : (
            <LongList items={changes.items} first={5}>
              {(items) => <ChangeList items={items} areas={changes.areas} within={iso3} />}
            </LongList>
          )}
          <p>
            <FeedLink name={`countries/${iso3}`} label={t('feed.here')} />
          </p>
        </Section>
      )}
      <Section title={t('country.actions')}>
        <CountryActions data={data} search={search} />
      </Section>
      <Section title={t('country.indicators')} note={t('country.indicatorsNote')}>
        <CountryIndicators data={data} search={search} />
      </Section>
      {data.events.length > 0 && (
        <Section title={t('events.title')} note={t('events.note')}>
          <LongList items={newestFirst(data.events)} first={6}>
            {(events) => <Timeline events={events} sources={data.sources} />}
          </LongList>
        </Section>
      )}
      {data.documents.length > 0 && (
        <Section title={t('documents.title')} note={t('documents.note')}>
          <LongList items={data.documents} first={6}>
            {(documents) => (
              <DocumentList
                documents={documents}
                names={{ [data.area.code]: data.area.name.text }}
              />
            )}
          </LongList>
        </Section>
      )}
      <Section title={t('country.contact')}>
        <ContactList contacts={data.contacts} />
      </Section>
      {data.sources.length > 0 && (
        <Section title={t('sources.label')}>
          <LongList items={data.sources} first={6}>
            {(sources) => <SourceLine sources={sources} />}
          </LongList>
        </Section>
      )}
      <CitePage name={data.area.name.text} path={path} release={release} />
      <BottomBar url={`${origin}/${lang}${path}`} />
    </>
  );
}
