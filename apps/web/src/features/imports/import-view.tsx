import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ColumnChoiceForm } from './column-choice.tsx';
import { isReady } from './import-file.ts';
import {
  CheckImportDocument,
  CommitImportDocument,
  ImportJobDocument,
  type ImportJobFragment,
  type ImportProblemFragment,
} from './import-job.generated.ts';
import { ImportRows } from './import-rows.tsx';
import styles from './imports.module.css';
import { Steps } from './steps.tsx';
import { UnknownCodes } from './unknown-codes.tsx';
import { UnmappedSeries } from './unmapped-series.tsx';
import { useImportChange } from './use-import-change.ts';
import { useProblemText } from '../../desk/problem-text.ts';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack } from '@mantine/core';
import { useEffect } from 'react';

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

/** Takes the answers back: the texts are unknown again, and are asked about again. */
function ForgetAnswers({ job }: { job: string }) {
  const { t } = useTranslation('desk');
  const { problems, change } = useImportChange();
  return (
    <Stack gap="lg">
      <ProblemList problems={problems} />
      <Group>
        <Button
          variant="default"
          onClick={() => void change(CheckImportDocument, { input: { job, codes: null } })}
        >
          {t('import.unknown.forget')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What is to be said of the file as a whole, and of its columns by their names. */
function FileNotes({ problems }: { problems: readonly ImportProblemFragment[] }) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={t('import.fileNotes')}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.column ?? ''} ${problem.row ?? ''}`}>
          {problem.column !== null && <strong>{problem.column}: </strong>}
          {sentence(problem)}
        </li>
      ))}
    </ul>
  );
}

const root = getRouteApi('__root__');

/** Steps two and three: what is in the file, what it would change, and storing it. */
export function ImportView(props: { id: string; onLeave: () => void }) {
  const { t } = useTranslation('desk');
  const { job, error } = useImportJob(props.id);
  return (
    <Stack gap="lg">
      <Steps current={job && (job.state === 'COMMITTED' || isReady(job)) ? 3 : 2} />
      {error && <ProblemList problems={[unreachable(error)]} />}
      {job && <p className={styles.name}>{job.fileName}</p>}
      {job?.state === 'READING' && <Reading job={job} />}
      {job?.state === 'INTERRUPTED' && (
        <Group>
          <p>{t('import.interrupted')}</p>
          <Again job={job.id} />
        </Group>
      )}
      {job?.state === 'REFUSED' && (
        <Section title={t('import.refused')}>
          <div role="alert" className={desk.error}>
            <FileNotes problems={job.fileProblems} />
          </div>
        </Section>
      )}
      {job?.state === 'REFUSED' && job.columns.length > 0 && (
        <Section title={t('import.columns.title')}>
          <ColumnChoiceForm job={job} />
        </Section>
      )}
      {(job?.state === 'CHECKED' || job?.state === 'COMMITTED') && <Checked job={job} />}
      <Group>
        <button type="button" className={desk.linklike} onClick={props.onLeave}>
          {t('import.other')}
        </button>
      </Group>
    </Stack>
  );
}

function Again({ job }: { job: string }) {
  const { t } = useTranslation('desk');
  const { change } = useImportChange();
  return (
    <Button variant="default" onClick={() => void change(CheckImportDocument, { input: { job } })}>
      {t('import.again')}
    </Button>
  );
}

function Reading({ job: { checked, seen } }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const text =
    seen === null
      ? t('import.started')
      : t('import.progress', {
          checked: format.number(String(checked)),
          seen: format.number(String(seen)),
        });
  return (
    <div role="status" className={desk.stack}>
      <progress aria-label={t('import.reading')} max={seen ?? 1} value={checked} />
      <p>{text}</p>
    </div>
  );
}

function Checked({ job }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { summary } = job;
  if (summary === null) return null;
  // red rows are not left out: they keep the whole file from being stored
  const shown = { ...summary, rejected: summary.rejected - summary.errors };
  const facts = ['new', 'changed', 'same', 'rejected', 'errors'] as const;
  return (
    <>
      <Section title={t('import.summary')}>
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact} data-fact={fact}>
              <dt>{t(`import.${fact}`)}</dt>
              <dd>{format.number(String(shown[fact]))}</dd>
            </div>
          ))}
        </dl>
        <FileNotes problems={job.fileProblems} />
        <Commit job={job} />
      </Section>
      {job.state === 'CHECKED' && summary.errors > 0 && <UnknownCodes job={job.id} />}
      {job.state === 'CHECKED' && job.codes.length > 0 && <ForgetAnswers job={job.id} />}
      {job.state === 'CHECKED' && job.columns.length > 0 && (
        <details className={styles.columns}>
          <summary className={desk.heading}>{t('import.columns.title')}</summary>
          <ColumnChoiceForm job={job} />
        </details>
      )}
      <UnmappedSeries job={job} />
      <ImportRows job={job} />
    </>
  );
}

function Commit({ job }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const { lang } = root.useRouteContext();
  const me = useMe();
  const format = useFormat();
  const { problems, busy, change } = useImportChange();
  const { summary, area, cycle } = job;
  if (summary === null) return null;
  const changes = summary.new + summary.changed;

  if (job.state === 'COMMITTED') {
    return (
      <div role="status" className={styles.done}>
        <p>
          <strong>{t('import.done')}.</strong>{' '}
          {t('import.doneText', {
            added: format.number(String(summary.new)),
            changed: format.number(String(summary.changed)),
          })}
        </p>
        <Link to="/$lang/report/$iso3/$cycle" params={{ lang, iso3: area, cycle: String(cycle) }}>
          {t('import.toReport')}
        </Link>
      </div>
    );
  }
  if (can(me, 'COMMIT_IMPORT', { area }) !== 'ALLOWED') return <p>{t('import.lookOnly')}</p>;
  if (summary.errors > 0) return <p className={desk.error}>{t('import.fixFirst')}</p>;
  if (job.fileProblems.some(({ severity }) => severity === 'ERROR')) return null;
  if (!isReady(job)) return <p>{t('import.nothing')}</p>;

  return (
    <Stack gap="lg">
      <ProblemList problems={problems} />
      <Group>
        <Button disabled={busy} onClick={() => void change(CommitImportDocument, { job: job.id })}>
          {busy ? t('import.committing') : t('import.commit', { count: changes })}
        </Button>
        {problems.length > 0 && <Again job={job.id} />}
      </Group>
    </Stack>
  );
}
