import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { More } from '../../desk/more.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { AuditEventsDocument } from './audit.generated.ts';
import styles from './audit.module.css';
import { EventRow } from './event-row.tsx';
import { readFilter } from './filter.ts';
import { FilterForm } from './filter-form.tsx';
import { Verification } from './verification.tsx';

const route = getRouteApi('/$lang/desk/admin/audit');
const PAGE = 50;

type Names = ReadonlyMap<string, string>;

/** The search is in the address, which can be kept and sent to a colleague. */
export function AuditDesk(props: { areas: Names; organisations: Names }) {
  const { areas, organisations } = props;
  const { t } = useTranslation('desk');
  const filter = readFilter(route.useSearch());
  const navigate = route.useNavigate();
  const { data, error, loading, refetch, fetchMore } = useQuery(AuditEventsDocument, {
    variables: { filter, first: PAGE },
  });
  const page = data?.auditEvents;
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { auditEvents } }) => ({
        auditEvents: {
          ...auditEvents,
          events: [...before.auditEvents.events, ...auditEvents.events],
        },
      }),
    });
  const next = page?.next ?? null;
  const names = new Map([...areas, ...organisations]);
  return (
    <div className={styles.page}>
      <h1>{t('audit.title')}</h1>
      <p>{t('audit.text')}</p>
      <div>
        <Verification />
      </div>
      <FilterForm
        key={JSON.stringify(filter)}
        filter={filter}
        areas={areas}
        onSearch={(asked) => void navigate({ search: { ...readFilter(asked) } })}
      />
      {error && <PartFailed error={error} retry={refetch} />}
      {!page && loading && <PageSkeleton />}
      {page?.events.length === 0 && <p role="status">{t('audit.none')}</p>}
      <ul className={styles.events}>
        {page?.events.map((event) => (
          <EventRow key={event.number} event={event} names={names} />
        ))}
      </ul>
      {next !== null && <More after={next} busy={loading} read={more} />}
    </div>
  );
}
