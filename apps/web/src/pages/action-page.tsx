import { INDICATOR_ROLES } from '@qadam/domain';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../features/actions/action-form.tsx';
import { Indicators } from '../features/actions/indicators.tsx';
import { EventLanes } from '../features/actions/event-lanes.tsx';
import { Milestones } from '../features/actions/milestones.tsx';
import { logOf, narrowed } from '../features/actions/narrow.ts';
import { ScaleChoice } from '../features/actions/scale-choice.tsx';
import { Standing } from '../features/actions/standing.tsx';
import { ChangeLog } from '../features/changes/change-log.tsx';
import { CitePage } from '../features/publication/cite-page.tsx';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import { DocumentList } from '../ui/document-list.tsx';
import { FeedLink } from '../ui/feed-link.tsx';
import { keep, stringifySearch } from '../app/search.ts';
import { LocalText } from '../ui/local-text.tsx';
import { LongList } from '../ui/long-list.tsx';
import { MeetingSource } from '../ui/meeting-source.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { Section } from '../ui/section.tsx';
import { SourceLine } from '../ui/source-line.tsx';

const route = getRouteApi('/$lang/actions/$code');

export function ActionPage() {
  const { lang } = route.useParams();
  const whole = route.useLoaderData();
  const search = keep('action', route.useSearch());
  const data = narrowed(whole, search);
  const shown = data.cells.map(({ area }) => area);
  const all = shown.length === whole.cells.length;
  const log = all ? whole.log : logOf(whole.log, shown);
  const { t } = useTranslation();
  const { action } = data;
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <Link to="/$lang" params={{ lang }}>
              {t('nav.overview')}
            </Link>
            {` › ${action.code} · ${t(`pillar.${action.pillar}`)}`}
          </>
        }
        title={<LocalText of={action.title} />}
      >
        <p>
          {t(`action.${action.kind}`)} <MeetingSource />
        </p>
        <ReleaseLine release={data.release} year={data.year} />
        <SignedInTools follow={{ kind: 'ACTION', code: action.code }} />
        <ActionForm data={whole} search={search} />
      </PageHeader>
      <Section title={t(`action.about${action.kind}`)}>
        <p>
          <LocalText of={action.text} />
        </p>
      </Section>
      <Section title={t('action.standing')}>
        <Standing data={data} />
      </Section>
      <Section title={t('action.next')} note={t('action.nextNote')}>
        <Milestones data={data} />
      </Section>
      {shown.length > 1 && (
        <ScaleChoice code={action.code} own={search.scale === 'own'} search={search} />
      )}
      {INDICATOR_ROLES.filter((role) => data.indicators.some((entry) => entry.role === role)).map(
        (role) => (
          <Section key={role} title={t(`action.role${role}`)} note={t(`action.note${role}`)}>
            <Indicators
              data={data}
              c={all ? undefined : shown.join('~')}
              role={role}
              own={search.scale === 'own'}
            />
          </Section>
        ),
      )}
      {data.events.length > 0 && (
        <Section title={t('events.title')} note={t('events.note')}>
          <EventLanes data={data} />
        </Section>
      )}
      {log.length > 0 && (
        <Section title={t('log.title')} note={t('log.note')}>
          <ChangeLog log={log} areas={data.areas} />
          <p>
            <FeedLink name={`actions/${action.code}`} label={t('feed.here')} />
          </p>
        </Section>
      )}
      {data.documents.length > 0 && (
        <Section title={t('documents.title')} note={t('documents.note')}>
          <LongList items={data.documents} first={8}>
            {(documents) => (
              <DocumentList
                documents={documents}
                names={Object.fromEntries(data.areas.map(({ code, name }) => [code, name.text]))}
              />
            )}
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
      <CitePage
        name={action.title.text}
        path={`/actions/${action.code}${stringifySearch({ ...search, release: data.release.number })}`}
        release={data.release}
      />
    </>
  );
}
