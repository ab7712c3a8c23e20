import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, stringifySearch } from '../app/search.ts';
import { ActionForm } from '../features/actions/action-form.tsx';
import { ActionMap } from '../features/actions/action-map.tsx';
import { EventLanes } from '../features/actions/event-lanes.tsx';
import { isReported, logOf, narrowed } from '../features/actions/narrow.ts';
import { Quotation } from '../features/actions/quotation.tsx';
import { Results } from '../features/actions/results.tsx';
import { countUnknown, UnknownList, unknownsOf } from '../features/actions/unknown-list.tsx';
import { ChangeLog } from '../features/changes/change-log.tsx';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import { LawMatrix } from '../ui/laws/law-matrix.tsx';
import { CitePage } from '../features/publication/cite-page.tsx';
import { useNamesOf } from '../ui/area-names.ts';
import { AreaTiles } from '../ui/area-tiles.tsx';
import { DocumentList } from '../ui/document-list.tsx';
import { FeedLink } from '../ui/feed-link.tsx';
import { Fold } from '../ui/fold.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { LongList } from '../ui/long-list.tsx';
import { NumberedPages } from '../ui/numbered-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { Section } from '../ui/section.tsx';
import { SourceLine } from '../ui/source-line.tsx';
import { PageLink } from '../ui/page-link.tsx';
import styles from './action-page.module.css';

const route = getRouteApi('/$lang/actions/$code');

/** One action: the words of the meeting, how far it is, what the law says, and the results beside it; the rest is folded. */
export function ActionPage() {
  const whole = route.useLoaderData();
  const search = keep('action', route.useSearch());
  const data = narrowed(whole, search);
  const shown = data.cells.map(({ area }) => area);
  const all = shown.length === whole.cells.length;
  const log = all ? whole.log : logOf(whole.log, shown);
  const { t } = useTranslation();
  const { action } = data;
  const names = useNamesOf(data.areas);
  const nameOf = (code: string) => names[code] ?? code;
  const unknowns = unknownsOf(data);
  const measured = data.indicators.filter(({ role }) => role === 'HEADLINE');
  const beside = data.indicators.filter(({ role }) => role !== 'HEADLINE');
  const hasContext = beside.some((one) => one.indicator.direction === 'NONE' && isReported(one));
  const anyKnown = data.cells.some(({ level }) => level.percent !== null);
  return (
    <div className={styles.page}>
      <PageHeader
        eyebrow={
          <>
            <PageLink to="/$lang">{t('nav.overview')}</PageLink>
            {` › ${action.code}`}
          </>
        }
        title={<LocalText of={action.title} />}
      >
        <Quotation action={action} />
        <SignedInTools follow={{ kind: 'ACTION', code: action.code }} />
      </PageHeader>
      <AreaTiles cells={data.cells} areas={data.areas} laws={data.laws} />
      <div className={styles.told}>
        <ReleaseLine release={data.release} year={data.year} />
        <details className={`${styles.choice ?? ''} no-print`}>
          <summary>{t('action.form')}</summary>
          <ActionForm data={whole} search={search} />
        </details>
      </div>
      {data.laws.length > 0 && (
        <Section title={t('action.law')} note={t('action.lawNote')}>
          {data.laws.map((law) => (
            <LawMatrix
              key={law.indicator.code}
              law={law}
              columns={shown}
              areas={data.areas}
              events={data.events}
              sources={data.sources}
            />
          ))}
        </Section>
      )}
      {measured.length > 0 && (
        <Section title={t('action.numbers')} note={t('action.numbersNote')}>
          <Results indicators={measured} nameOf={nameOf} />
        </Section>
      )}
      {beside.length > 0 && (
        <Section
          id="results"
          title={t('action.results')}
          note={[t('action.resultsNote'), hasContext && t('action.context')]
            .filter(Boolean)
            .join(' ')}
        >
          <Results indicators={beside} nameOf={nameOf} />
          <NumberedPages of={data} total={data.otherCount} search={search} list="results" />
        </Section>
      )}
      {action.scope === 'COUNTRY' && anyKnown && (
        <Section title={t('action.map')}>
          <ActionMap data={data} />
        </Section>
      )}
      <div className={styles.folds}>
        {unknowns.length > 0 && (
          <Fold title={t('action.unknown', { count: countUnknown(unknowns) })}>
            <UnknownList unknowns={unknowns} nameOf={nameOf} />
          </Fold>
        )}
        {data.events.length > 0 && (
          <Fold title={t('action.events', { count: data.events.length })} note={t('events.note')}>
            <EventLanes data={data} />
          </Fold>
        )}
        <Fold title={t('action.reading')}>
          <p>
            <LocalText of={action.reading} />
          </p>
        </Fold>
        {log.length > 0 && (
          <Fold title={t('log.title')} note={t('log.note')}>
            <ChangeLog log={log} areas={data.areas} />
            <p>
              <FeedLink name={`actions/${action.code}`} label={t('feed.here')} />
            </p>
          </Fold>
        )}
        {data.documents.length > 0 && (
          <Fold
            title={`${t('documents.title')} (${String(data.documents.length)})`}
            note={t('documents.note')}
          >
            <LongList items={data.documents} first={8}>
              {(documents) => <DocumentList documents={documents} names={names} />}
            </LongList>
          </Fold>
        )}
        {data.sources.length > 0 && (
          <Fold title={t('action.sources', { count: data.sources.length })}>
            <SourceLine sources={data.sources} />
          </Fold>
        )}
      </div>
      <CitePage
        name={action.title.text}
        path={`/actions/${action.code}${stringifySearch({ ...search, release: data.release.number })}`}
        release={data.release}
      />
    </div>
  );
}
