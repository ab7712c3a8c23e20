import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can, lastFullYear } from '@qadam/domain';
import { answered } from '../../desk/answered.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  CancelPlannedReleaseDocument,
  PlannedReleasesDocument,
} from './planned-releases.generated.ts';
import { PlanningProgress } from './planning-progress.tsx';
import { PreviewView } from './preview-view.tsx';
import { PublishForm } from './publish-form.tsx';
import { ReleasePreviewDocument } from './release-preview.generated.ts';

const states = ['PLANNED', 'PUBLISHED', 'REFUSED', 'CANCELLED'] as const;

const root = getRouteApi('__root__');

/** What the next release would contain and change, and the form to publish exactly that. */
export function PublishDesk({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const mayPublish = can(me, 'PUBLISH_RELEASE') === 'ALLOWED';
  const [year, setYear] = useState(String(lastFullYear(new Date())));
  const [annual, setAnnual] = useState(false);
  const [published, setPublished] = useState<string>();
  const asOfYear = /^(19|20)\d\d$/.test(year) ? Number(year) : null;
  const { data, error, loading, refetch } = useQuery(
    ReleasePreviewDocument,
    asOfYear === null || published !== undefined
      ? skipToken
      : { variables: { asOfYear, annual, lang } },
  );

  if (published !== undefined) return <Published number={published} />;
  return (
    <Stack gap="lg">
      <h1>{t('publish.title')}</h1>
      <PlannedList />
      <Group align="start" gap="xl">
        <TextInput
          label={t('publish.year')}
          inputMode="numeric"
          maxLength={4}
          w="7rem"
          error={asOfYear === null && t('publish.yearWrong')}
          value={year}
          onChange={(event) => setYear(event.target.value)}
        />
        <Checkbox
          label={t('publish.annual')}
          description={t('publish.annualHint')}
          maw="36rem"
          checked={annual}
          onChange={(event) => setAnnual(event.target.checked)}
        />
      </Group>
      {error && <PartFailed error={error} retry={refetch} />}
      {loading && (
        <>
          <PlanningProgress />
          <PageSkeleton />
        </>
      )}
      {data && !loading && !error && (
        <>
          <PreviewView
            preview={data.releasePreview}
            areaNames={areaNames}
            mayPublish={mayPublish}
          />
          {mayPublish ? (
            <PublishForm
              key={data.releasePreview.previewHash}
              preview={data.releasePreview}
              onPublished={setPublished}
            />
          ) : (
            <Text p="sm" bg="var(--ground)">
              {t('publish.readOnly')}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}

/** The planned releases that wait for their time, and what became of earlier plans. */
function PlannedList() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const when = useWhen();
  const { data, notice } = answered(
    useQuery(PlannedReleasesDocument, { variables: { lang } }),
    'part',
  );
  const { problems, busy, change } = useChange('PlannedReleases');
  const planned = data?.plannedReleases ?? [];
  if (planned.length === 0) return notice;
  return (
    <Stack component="section" aria-labelledby="planned">
      <h2 id="planned">{t('publish.planned')}</h2>
      {notice}
      <ul className={record.list}>
        {planned.map((one) => {
          const state = states.find((known) => known === one.state) ?? 'PLANNED';
          return (
            <li key={one.id}>
              <p>
                <strong>{t(`publish.plannedState.${state}`, { number: one.number ?? '' })}</strong>{' '}
                {t('publish.plannedFor', {
                  time: when(one.publishAt),
                  year: one.asOfYear,
                  name: one.plannedBy.name,
                })}
              </p>
              <ProblemList problems={one.problems} />
              {state === 'PLANNED' && can(me, 'PUBLISH_RELEASE') === 'ALLOWED' && (
                <Button
                  variant="default"
                  w="fit-content"
                  disabled={busy}
                  onClick={() => void change(CancelPlannedReleaseDocument, { id: one.id })}
                >
                  {t('publish.cancelPlan')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ProblemList problems={problems} />
    </Stack>
  );
}

/** Shown after a release is published: where to look at it. Public pages are documents of their own, so the links are full loads. */
function Published({ number }: { number: string }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack component="section">
      <h1 ref={heading} tabIndex={-1}>
        {t('publish.done', { number })}
      </h1>
      <p>{t('publish.doneText')}</p>
      <Group>
        <Link to="/$lang/changes" params={{ lang }} reloadDocument>
          {t('publish.toChanges')}
        </Link>
        <Link to="/$lang/releases/$number" params={{ lang, number }} reloadDocument>
          {t('publish.toRelease', { number })}
        </Link>
      </Group>
    </Stack>
  );
}
