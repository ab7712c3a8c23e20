import { useLazyQuery, useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { More } from '../../desk/more.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import {
  AuditEventsDocument,
  AuditOperationsDocument,
  VerifyAuditDocument,
} from './audit.generated.ts';
import styles from './audit.module.css';
import { EventRow } from './event-row.tsx';
import { exportPath, type Filter, readFilter } from './filter.ts';
import { type SubmitEvent, useState } from 'react';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useAuditText } from './audit-text.ts';
import { ProblemList } from '../../desk/problem-list.tsx';
import { unreachable } from '../../desk/unreachable.ts';
import { useFormat } from '../../ui/use-format.ts';

/** Is every event as it was written? Asked by a button, as it reads the whole chain. */
function Verification() {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const [verify, { data, loading, error }] = useLazyQuery(VerifyAuditDocument, {
    fetchPolicy: 'network-only',
  });
  const verdict = loading ? undefined : data?.verifyAudit;
  return (
    <>
      <button
        type="button"
        className={desk.quiet}
        disabled={loading}
        onClick={() => void verify().catch(() => undefined)}
      >
        {loading ? t('audit.verifying') : t('audit.verify')}
      </button>
      {error && <ProblemList problems={[unreachable(error)]} />}
      {verdict && (
        <div role="status" className={`${styles.verdict} ${verdict.intact ? '' : styles.broken}`}>
          {verdict.intact ? (
            <>
              <p>{t('audit.intact', { events: number(String(verdict.events ?? 0)) })}</p>
              <p>
                {t('audit.head')} <code>{verdict.head}</code>
              </p>
            </>
          ) : (
            <p>{t('audit.broken', { number: verdict.brokenAt })}</p>
          )}
        </div>
      )}
    </>
  );
}

/** Person, operation, subject, place, time and value. */
function FilterForm(props: {
  filter: Filter;
  areas: ReadonlyMap<string, string>;
  onSearch: (filter: Filter) => void;
}) {
  const { t } = useTranslation('desk');
  const text = useAuditText();
  const [draft, setDraft] = useState(props.filter);
  const { data } = useQuery(AuditOperationsDocument);
  const operations = data?.auditOperations.map((code) => [code, text.operation(code)] as const);
  const field = (name: keyof Filter) => ({
    value: draft[name] ?? '',
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    props.onSearch(draft);
  };
  return (
    <form role="search" className={styles.filter} onSubmit={submit}>
      <div className={admin.fields}>
        <TextField label={t('audit.who')} hint={t('audit.whoHint')} {...field('who')} />
        <SelectField
          label={t('audit.operation')}
          none={t('audit.anyOperation')}
          options={(operations ?? []).toSorted(([, a], [, b]) => a.localeCompare(b))}
          {...field('operation')}
        />
        <TextField label={t('audit.subject')} {...field('subject')} />
        <SelectField
          label={t('audit.area')}
          none={t('audit.anyArea')}
          options={props.areas}
          {...field('area')}
        />
        <TextField label={t('audit.from')} type="date" {...field('from')} />
        <TextField label={t('audit.to')} type="date" {...field('to')} />
        <TextField label={t('audit.value')} hint={t('audit.valueHint')} {...field('value')} />
      </div>
      <div className={desk.row}>
        <button type="submit" className={desk.primary}>
          {t('audit.search')}
        </button>
        <button type="button" className={desk.quiet} onClick={() => props.onSearch({})}>
          {t('audit.clear')}
        </button>
        <a href={exportPath(props.filter)} download>
          {t('audit.export')}
        </a>
      </div>
    </form>
  );
}

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
