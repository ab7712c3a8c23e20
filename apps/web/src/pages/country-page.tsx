import { countSteps } from '@qadam/domain';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keep, stringifySearch } from '../app/search.ts';
import { ChangeList, ChangesLink, countChanges } from '../features/changes/change-list.tsx';
import { NotListed } from '../ui/not-listed.tsx';
import { CountryLaws } from '../features/countries/country-laws.tsx';
import { CountryLine } from '../features/countries/country-line.tsx';
import { CountryNumbers, isKnown } from '../features/countries/country-numbers.tsx';
import { CountryTiles } from '../features/countries/country-tiles.tsx';
import { CountryUnknown } from '../features/countries/country-unknown.tsx';
import styles from '../features/countries/country.module.css';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import { HelpText } from '../features/help/help-list.tsx';
import { CitePage } from '../features/publication/cite-page.tsx';
import { Answer } from '../ui/answer.tsx';
import { DocumentList } from '../ui/document-list.tsx';
import { FeedLink } from '../ui/feed-link.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { NumberedPages } from '../ui/numbered-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { SourceLine } from '../ui/source-line.tsx';
import { newestFirst, Timeline } from '../ui/timeline.tsx';
import { answerParts } from '../ui/answer-parts.ts';
import { PageLink } from '../ui/page-link.tsx';

const route = getRouteApi('/$lang/countries/$iso3');

/** A country: its answer in a sentence of counts, then its actions, laws and numbers, and what is not known. A country gets no score. */
export function CountryPage() {
  const { iso3 } = route.useParams();
  const data = route.useLoaderData();
  const search = keep('country', route.useSearch());
  const { t } = useTranslation();
  const { t: tl } = useTranslation('levels');
  const { changes, release } = data;
  const own = data.actions.filter(({ action }) => action.scope === 'COUNTRY');
  const path = `/countries/${iso3}${stringifySearch({ ...search, release: release.number })}`;
  return (
    <>
      <PageHeader
        eyebrow={<PageLink to="/$lang/countries">{t('countries.title')}</PageLink>}
        title={<LocalText of={data.area.name} />}
      >
        <Answer parts={answerParts(tl, countSteps(own.map(({ cell }) => cell.level)), null)} />
        <CountryLine data={data} search={search} />
        <SignedInTools follow={{ kind: 'COUNTRY', code: iso3 }} />
      </PageHeader>
      <Section title={t('country.actions')}>
        <CountryTiles data={data} />
      </Section>
      {data.help !== null && (
        <Section title={t('help.here', { country: data.area.name.text })}>
          <HelpText of={data.help} />
          <p>
            <PageLink to="/$lang/help">{t('help.more')}</PageLink>
          </p>
        </Section>
      )}
      {data.laws.length > 0 && (
        <Section title={t('country.laws')} note={t('country.lawsNote')}>
          <CountryLaws laws={data.laws} />
        </Section>
      )}
      {(data.pages > 1 || data.indicators.some(isKnown)) && (
        <Section id="numbers" title={t('country.numbers')} note={t('country.numbersNote')}>
          <CountryNumbers data={data} />
          <NumberedPages of={data} total={data.indicatorCount} search={search} list="numbers" />
        </Section>
      )}
      <Section title={t('country.unknown')}>
        <CountryUnknown data={data} search={search} />
      </Section>
      <div className={styles.ways}>
        {changes?.from && (
          <Folded
            title={t('country.changedCount', {
              count: countChanges(changes),
              from: changes.from.number,
              to: changes.to.number,
            })}
            count={countChanges(changes)}
          >
            <ChangeList items={changes.items} areas={changes.areas} within={iso3} />
            <NotListed count={countChanges(changes) - changes.items.length}>
              <ChangesLink from={changes.from.number} to={changes.to.number} c={iso3} />
            </NotListed>
            <p>
              <FeedLink name={`countries/${iso3}`} label={t('feed.here')} />
            </p>
          </Folded>
        )}
        <Folded
          title={t('country.events', { count: data.events.length })}
          count={data.events.length}
        >
          <p>{t('events.note')}</p>
          <Timeline events={newestFirst(data.events)} sources={data.sources} />
        </Folded>
        <Folded
          title={t('country.documents', { count: data.documents.length })}
          count={data.documents.length}
        >
          <p>{t('documents.note')}</p>
          <DocumentList
            documents={data.documents}
            names={{ [data.area.code]: data.area.name.text }}
          />
        </Folded>
        <Folded
          title={t('country.sources', { count: data.sources.length })}
          count={data.sources.length}
        >
          <SourceLine sources={data.sources} />
        </Folded>
      </div>
      <CitePage name={data.area.name.text} path={path} release={release} />
    </>
  );
}

/** A long list, folded below a title with its number of items; nothing if there are none. */
function Folded(props: { title: string; count: number; children: ReactNode }) {
  if (props.count === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}
