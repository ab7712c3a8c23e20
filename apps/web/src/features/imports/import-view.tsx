import { useQuery } from '@apollo/client/react';
import { Alert, Group, Stack } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../../desk/answered.tsx';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { NumberTiles } from '../../desk/number-tiles.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useProblemText } from '../../desk/problem-text.ts';
import { useMe } from '../../desk/session.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { ChangeProgress, useChangeProgress } from '../../desk/change-progress.tsx';
import { WorkProgress } from '../../desk/work-progress.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ColumnChoiceForm } from './column-choice.tsx';
import { HandIn } from './hand-in.tsx';
import { HeadChoice } from './head-choice.tsx';
import { LeftOut } from './left-out.tsx';
import { ImportYears } from './import-years.tsx';
import { isReady } from './import-file.ts';
import {
  CheckImportDocument,
  CommitImportDocument,
  ImportDraftsDocument,
  ImportJobDocument,
  type CheckImportInput,
  type ImportJobFragment,
  type ImportProblemFragment,
} from './import-job.generated.ts';
import { ImportRows } from './import-rows.tsx';
import { Steps } from './steps.tsx';
import { UnknownCodes } from './unknown-codes.tsx';
import { UnmappedSeries } from './unmapped-series.tsx';
import { OF_ROWS, useImportChange } from './use-import-change.ts';

const root = getRouteApi('__root__');
const POLL_MS = 700;

/** Polls a job until it is checked; the page may be reloaded meanwhile. */
function useImportJob(id: string) {
  const { data, error, startPolling, stopPolling } = useQuery(ImportJobDocument, {
    variables: { id },
  });
  const job = data?.importJob;
  const isAwaited = job === undefined || job.state === 'READING' || error !== undefined;
  useEffect(() => {
    if (isAwaited) startPolling(POLL_MS);
    else stopPolling();
  }, [isAwaited, startPolling, stopPolling]);
  return { job, error };
}

/** Steps two and three: what is in the file, what it would change, and storing it. */
export function ImportView(props: { id: string; onLeave: () => void }) {
  const { t } = useTranslation('desk');
  const { job, error } = useImportJob(props.id);
  return (
    <Stack gap="lg">
      <Steps current={job && (job.state === 'COMMITTED' || isReady(job)) ? 3 : 2} />
      {error && <ProblemList problems={[unreachable(error)]} />}
      {job && <strong>{job.fileName}</strong>}
      {job?.state === 'READING' && <Reading job={job} />}
      {job?.state === 'INTERRUPTED' && (
        <Group>
          <p>{t('import.interrupted')}</p>
          <CheckButton input={{ job: job.id }}>{t('import.again')}</CheckButton>
        </Group>
      )}
      {job?.state === 'REFUSED' && <Refused job={job} />}
      {(job?.state === 'CHECKED' || job?.state === 'COMMITTED') && <Checked job={job} />}
      <div>
        <Button look="linklike" onClick={props.onLeave}>
          {t('import.other')}
        </Button>
      </div>
    </Stack>
  );
}

/** Checks the file once more, with other answers or the same ones. */
function CheckButton({ input, children }: { input: CheckImportInput; children: ReactNode }) {
  const { problems, change } = useImportChange();
  return (
    <div>
      <ProblemList problems={problems} />
      <Button onClick={() => void change(CheckImportDocument, { input })}>{children}</Button>
    </div>
  );
}

/** Notes on the file as a whole, and on its columns by their names. */
function FileNotes({ problems }: { problems: readonly ImportProblemFragment[] }) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  if (problems.length === 0) return null;
  return (
    <ul aria-label={t('import.fileNotes')}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.column ?? ''} ${problem.row ?? ''}`}>
          {problem.column !== null && <strong>{problem.column}: </strong>}
          {sentence(problem)}
        </li>
      ))}
    </ul>
  );
}

function Reading({ job: { checked, seen } }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const counts = { checked: number(String(checked)), seen: number(String(seen ?? 0)) };
  return (
    <WorkProgress name={t('import.reading')} done={checked} all={seen}>
      {seen === null ? t('import.started') : t('import.progress', counts)}
    </WorkProgress>
  );
}

const useMayMend = ({ area }: ImportJobFragment): boolean =>
  can(useMe(), 'MEND_IMPORT', { area }) === 'ALLOWED';

function Refused({ job }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const mayMend = useMayMend(job);
  return (
    <>
      <Section title={t('import.refused')}>
        <div role="alert" className={desk.error}>
          <FileNotes problems={job.fileProblems} />
        </div>
        {!mayMend && <p>{t('import.lookOnly')}</p>}
      </Section>
      {mayMend && job.preview !== null && (
        <Section title={t('import.preview.title')}>
          <HeadChoice key={job.id} job={job.id} preview={job.preview} />
        </Section>
      )}
      {mayMend && job.columns.length > 0 && (
        <Section title={t('import.columns.title')}>
          <ColumnChoiceForm job={job} />
        </Section>
      )}
    </>
  );
}

function Checked({ job }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const mayMend = useMayMend(job) && job.state === 'CHECKED';
  const { summary } = job;
  if (summary === null) return null;
  // rows with errors do not count as left out: as long as there are any, the file cannot be stored
  const shown = { ...summary, rejected: summary.rejected - summary.errors };
  const facts = ['new', 'changed', 'same', 'rejected', 'errors'] as const;
  return (
    <>
      <Section title={t('import.summary')}>
        <NumberTiles
          of={facts.map((fact) => ({
            name: t(`import.${fact}`),
            number: number(String(shown[fact])),
          }))}
        />
        <FileNotes problems={job.fileProblems} />
        <Commit job={job} summary={summary} />
      </Section>
      {mayMend && summary.errors > 0 && <UnknownCodes job={job.id} />}
      {mayMend && job.codes.length > 0 && (
        <CheckButton input={{ job: job.id, codes: null }}>{t('import.unknown.forget')}</CheckButton>
      )}
      {job.cycle === null && <ImportYears job={job} />}
      <LeftOut job={job.id} />
      {mayMend && job.preview !== null && (
        <details>
          <summary className={desk.heading}>{t('import.preview.title')}</summary>
          <HeadChoice key={job.id} job={job.id} preview={job.preview} />
        </details>
      )}
      {mayMend && job.columns.length > 0 && (
        <details>
          <summary className={desk.heading}>{t('import.columns.title')}</summary>
          <ColumnChoiceForm job={job} />
        </details>
      )}
      <UnmappedSeries job={job} />
      <ImportRows job={job} mendable={mayMend} />
    </>
  );
}

function Commit(props: {
  job: ImportJobFragment;
  summary: NonNullable<ImportJobFragment['summary']>;
}) {
  const { job, summary } = props;
  const { id, area, cycle } = job;
  const { t } = useTranslation('desk');
  const { lang } = root.useRouteContext();
  const me = useMe();
  const { number } = useFormat();
  const { problems, busy, change } = useImportChange();
  const mayCommit = can(me, 'COMMIT_IMPORT', { area }) === 'ALLOWED';
  const followed = mayCommit && job.state === 'CHECKED' ? id : null;
  const progress = useChangeProgress(followed, { busy, problems }, 'ImportJob', ...OF_ROWS);

  if (job.state === 'COMMITTED') {
    const counts = { added: number(String(summary.new)), changed: number(String(summary.changed)) };
    return (
      <Alert role="status" title={`${t('import.done')}.`}>
        <Stack gap="sm" align="flex-start">
          <p>{t('import.doneText', counts)}</p>
          <HandInDrafts job={job} />
          {cycle === null ? (
            <Link to="/$lang/report" params={{ lang }}>
              {t('import.toReport')}
            </Link>
          ) : (
            <Link
              to="/$lang/report/$iso3/$cycle"
              params={{ lang, iso3: area, cycle: String(cycle) }}
            >
              {t('import.toReport')}
            </Link>
          )}
        </Stack>
      </Alert>
    );
  }
  if (!mayCommit) return <p>{t('import.lookOnly')}</p>;
  if (summary.errors > 0) return <p className={desk.error}>{t('import.fixFirst')}</p>;
  if (job.fileProblems.some(({ severity }) => severity === 'ERROR'))
    return <CheckButton input={{ job: id }}>{t('import.again')}</CheckButton>;
  if (!isReady(job))
    return (
      <Stack gap="sm" align="flex-start">
        <p>{t(summary.same > 0 ? 'import.nothing' : 'import.nothingTaken')}</p>
        {summary.same > 0 && <HandInDrafts job={job} />}
      </Stack>
    );

  return (
    <>
      <ProblemList problems={problems} />
      <ChangeProgress name={t('import.committing')} progress={progress} />
      <Group>
        <Button
          disabled={progress.isAwaited}
          onClick={() => void change(CommitImportDocument, { job: id, checkedAt: job.checkedAt })}
        >
          {t('import.commit', { count: summary.new + summary.changed })}
        </Button>
        {problems.length > 0 && <CheckButton input={{ job: id }}>{t('import.again')}</CheckButton>}
      </Group>
    </>
  );
}

/** Hands the file in with each cycle that takes some of its values. */
function HandInDrafts({ job }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const { id, area, state } = job;
  const mayHandIn = can(useMe(), 'SUBMIT', { area }) === 'ALLOWED';
  const { data, notice } = answered(useQuery(ImportDraftsDocument, { variables: { id } }), 'part');
  const drafts = data?.importJob.drafts ?? [];
  if (drafts.length === 0) return notice;
  const values = drafts.reduce((sum, one) => sum + one.values, 0);
  const waiting = state === 'CHECKED' && <p>{t('import.notHandedIn', { count: values })}</p>;
  const told = (
    <>
      {notice}
      {waiting}
    </>
  );
  if (!mayHandIn) return told;
  return (
    <HandIn job={job} cycles={drafts.map(({ cycle }) => cycle)}>
      {told}
    </HandIn>
  );
}
