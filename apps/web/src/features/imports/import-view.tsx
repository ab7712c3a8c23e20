import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { useMe } from '../../desk/session.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ColumnChoiceForm } from './column-choice.tsx';
import { checkAgain, commitImport, isReady, troubleOf, type ImportJob } from './import-api.ts';
import { FileNotes } from './file-notes.tsx';
import { ImportRows } from './import-rows.tsx';
import styles from './imports.module.css';
import { Steps } from './steps.tsx';
import { ForgetAnswers } from './forget-answers.tsx';
import { UnknownCodes } from './unknown-codes.tsx';
import { UnmappedSeries } from './unmapped-series.tsx';
import { useImportJob } from './use-import-job.ts';

const root = getRouteApi('__root__');

/** Steps two and three: what is in the file, what it would change, and storing it. */
export function ImportView(props: { id: string; onLeave: () => void }) {
  const { t } = useTranslation('desk');
  const { job, trouble, turn, reload } = useImportJob(props.id);
  const again = async () => {
    await checkAgain(props.id).catch(() => undefined);
    reload();
  };
  return (
    <div className={desk.stack}>
      <Steps current={job && (job.state === 'COMMITTED' || isReady(job)) ? 3 : 2} />
      {trouble && <ProblemList problems={[trouble]} />}
      {job && <p className={styles.name}>{job.fileName}</p>}
      {job?.state === 'READING' && <Reading job={job} />}
      {job?.state === 'INTERRUPTED' && (
        <div className={desk.row}>
          <p>{t('import.interrupted')}</p>
          <button type="button" className={desk.quiet} onClick={() => void again()}>
            {t('import.again')}
          </button>
        </div>
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
          <ColumnChoiceForm job={job} reload={reload} />
        </Section>
      )}
      {(job?.state === 'CHECKED' || job?.state === 'COMMITTED') && (
        <Checked job={job} turn={turn} reload={reload} again={again} />
      )}
      <div className={desk.row}>
        <button type="button" className={desk.linklike} onClick={props.onLeave}>
          {t('import.other')}
        </button>
      </div>
    </div>
  );
}

function Reading({ job: { progress } }: { job: ImportJob }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { checked, seen } = progress;
  const told =
    seen === null
      ? t('import.started')
      : t('import.progress', {
          checked: format.number(String(checked)),
          seen: format.number(String(seen)),
        });
  return (
    <div role="status" className={desk.stack}>
      <progress aria-label={t('import.reading')} max={seen ?? 1} value={checked} />
      <p>{told}</p>
    </div>
  );
}

function Checked(props: {
  job: ImportJob;
  turn: number;
  reload: () => void;
  again: () => Promise<void>;
}) {
  const { job, turn, reload, again } = props;
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
        <Commit job={job} reload={reload} again={again} />
      </Section>
      {job.state === 'CHECKED' && summary.errors > 0 && (
        <UnknownCodes key={`unknown ${String(turn)}`} job={job.job} reload={reload} />
      )}
      {job.state === 'CHECKED' && Object.keys(job.codes).length > 0 && (
        <ForgetAnswers job={job.job} reload={reload} />
      )}
      {job.state === 'CHECKED' && job.columns.length > 0 && (
        <details className={styles.columns}>
          <summary className={desk.heading}>{t('import.columns.title')}</summary>
          <ColumnChoiceForm key={turn} job={job} reload={reload} />
        </details>
      )}
      <UnmappedSeries job={job} />
      <ImportRows job={job} turn={turn} reload={reload} />
    </>
  );
}

function Commit(props: { job: ImportJob; reload: () => void; again: () => Promise<void> }) {
  const { job, reload, again } = props;
  const { t } = useTranslation('desk');
  const { lang } = root.useRouteContext();
  const me = useMe();
  const format = useFormat();
  const [storing, setStoring] = useState(false);
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
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

  const store = async () => {
    setStoring(true);
    try {
      const answer = await commitImport(job.job);
      // Of the rows' own notes everything is said below; what keeps them from being stored is an error.
      const blocking = answer.problems.filter(({ severity }) => severity === 'ERROR');
      setProblems(answer.state === 'COMMITTED' ? [] : blocking);
      if (answer.state === 'COMMITTED') reload();
    } catch (error) {
      setProblems([troubleOf(error)]);
    }
    setStoring(false);
  };
  return (
    <div className={desk.stack}>
      <ProblemList problems={problems} />
      <div className={desk.row}>
        <button type="button" className="button" disabled={storing} onClick={() => void store()}>
          {storing ? t('import.committing') : t('import.commit', { count: changes })}
        </button>
        {problems.length > 0 && (
          <button type="button" className={desk.quiet} onClick={() => void again()}>
            {t('import.again')}
          </button>
        )}
      </div>
    </div>
  );
}
