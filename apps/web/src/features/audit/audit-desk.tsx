import { useLazyQuery, useQuery } from '@apollo/client/react';
import { Button, Paper, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import { Form } from '../../desk/form.tsx';
import { More } from '../../desk/more.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { sameJson } from '../../desk/use-edited.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useAuditText } from './audit-text.ts';
import {
  AuditEventsDocument,
  AuditOperationsDocument,
  VerifyAuditDocument,
} from './audit.generated.ts';
import { EventRow, type Names } from './event-row.tsx';
import { exportPath, readFilter, type Filter } from './filter.ts';

const route = getRouteApi('/$lang/desk/admin/audit');
const PAGE = 50;

/** The audit log. Its search is part of the address, which can be kept and sent to a colleague. */
export function AuditDesk({ areas, organisations }: { areas: Names; organisations: Names }) {
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
      // meanwhile, another search may stand in the place of the one that goes on here
      updateQuery: (before, { fetchMoreResult: { auditEvents } }) => {
        const listed = (before as typeof before | null)?.auditEvents;
        if (listed?.next !== after) return before;
        const events = [...listed.events, ...auditEvents.events];
        return { auditEvents: { ...auditEvents, events } };
      },
    });
  const names = new Map([...areas, ...organisations]);
  return (
    <Stack gap="lg">
      <h1>{t('audit.title')}</h1>
      <p>{t('audit.text')}</p>
      <Verification />
      <FilterForm
        filter={filter}
        areas={areas}
        onSearch={(asked) => navigate({ search: { ...readFilter(asked) } })}
      />
      {error && <PartFailed error={error} retry={refetch} />}
      {!page && loading && <PageSkeleton />}
      {page?.events.length === 0 && <p role="status">{t('audit.none')}</p>}
      <ul className="plain-list">
        {page?.events.map((event) => (
          <EventRow key={event.number} event={event} names={names} />
        ))}
      </ul>
      {page?.next != null && <More after={page.next} busy={loading} read={more} />}
    </Stack>
  );
}

/** Checks that every event is as it was written. Only on request, as it reads the whole chain. */
function Verification() {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const [verify, { data, loading, error }] = useLazyQuery(VerifyAuditDocument, {
    fetchPolicy: 'network-only',
  });
  const verdict = loading ? undefined : data?.verifyAudit;
  return (
    <Stack align="start">
      <Button
        variant="default"
        disabled={loading}
        onClick={() => void verify().catch(() => undefined)}
      >
        {loading ? t('audit.verifying') : t('audit.verify')}
      </Button>
      {error && <ProblemList problems={[unreachable(error)]} />}
      {verdict && (
        <Paper
          role="status"
          p="sm"
          bg="var(--ground)"
          c={verdict.intact ? 'inherit' : 'var(--error)'}
          style={{ overflowWrap: 'anywhere' }}
        >
          {verdict.intact ? (
            <>
              <p>{t('audit.intact', { events: number(String(verdict.events ?? 0)) })}</p>
              <p>
                {t('audit.head')} <code>{verdict.head}</code>
              </p>
            </>
          ) : (
            <strong>{t('audit.broken', { number: verdict.brokenAt })}</strong>
          )}
        </Paper>
      )}
    </Stack>
  );
}

/** The fields of the search: person, operation, subject, place, time and value. */
function FilterForm(props: {
  filter: Filter;
  areas: Names;
  onSearch: (filter: Filter) => Promise<void>;
}) {
  const { t } = useTranslation('desk');
  const text = useAuditText();
  const [draft, setDraft] = useState(props.filter);
  const [shown, setShown] = useState(props.filter);
  // counts how often the fields were cleared: new ones have no half-filled dates, which a browser calls empty
  const [cleared, setCleared] = useState(0);
  if (!sameJson(shown, props.filter)) {
    setShown(props.filter);
    setDraft(props.filter);
  }
  const { data } = useQuery(AuditOperationsDocument);
  const operations = data?.auditOperations.map((code) => [code, text.operation(code)] as const);
  const field = (name: keyof Filter) => ({
    value: draft[name] ?? '',
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const clear = () => {
    setDraft({});
    setCleared(cleared + 1);
    void props.onSearch({});
  };
  const beside = (
    <>
      <Button variant="default" onClick={clear}>
        {t('audit.clear')}
      </Button>
      <a href={exportPath(props.filter)} download>
        {t('audit.export')}
      </a>
    </>
  );
  return (
    <Form
      role="search"
      bg="var(--ground)"
      p="lg"
      bdrs="md"
      button={t('audit.search')}
      beside={beside}
      send={() => props.onSearch(draft)}
    >
      <div key={cleared} className={admin.fields}>
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
    </Form>
  );
}
