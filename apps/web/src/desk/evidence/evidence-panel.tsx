import { useQuery } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import { Button } from '../button.tsx';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import { SelectField } from '../select-field.tsx';
import { TextField } from '../text-field.tsx';
import { onSubmit, useChange } from '../use-change.ts';
import { useWhen } from '../use-when.ts';
import {
  AddEvidenceLinkDocument,
  AreaEvidenceDocument,
  AttachEvidenceDocument,
  EvidenceQuotaDocument,
  type EvidenceFragment,
} from './evidence.generated.ts';
import styles from './evidence.module.css';
import { EvidenceName } from './evidence-name.tsx';
import { FileDrop, uploadEvidence } from './file-drop.tsx';

/** The evidence of a value: files and links, each of which can prove several values. */
export function EvidencePanel(props: {
  observation: { id: string; area: string; evidence: readonly EvidenceFragment[] };
  label: string;
  editable: boolean;
}) {
  const { observation, label, editable } = props;
  const { id, area, evidence } = observation;
  const { t } = useTranslation('desk');
  const { busy, problems, run, send } = useChange('EvidenceQuota', 'ReturnForm', 'WorkObservation');
  const [done, setDone] = useState('');

  const set = (evidenceId: string, attached: boolean) =>
    send(AttachEvidenceDocument, { observation: id, evidence: evidenceId, attached });
  const change = async (which: string, attached: boolean) => {
    setDone('');
    await run(() => set(which, attached));
  };
  const attach = (which: string) => change(which, true);
  const upload = async (file: File) => {
    setDone('');
    const sent = await run(async () => {
      const answer = await uploadEvidence(area, file);
      return answer.evidence === null ? answer : set(answer.evidence.id, true);
    });
    if (sent.done) setDone(t('evidence.added', { name: file.name }));
  };
  const detach = (one: EvidenceFragment) => (
    <Button
      look="linklike"
      aria-label={t('evidence.detachWhat', { name: one.title })}
      disabled={busy}
      onClick={() => void change(one.id, false)}
    >
      {t('evidence.detach')}
    </Button>
  );

  return (
    <section>
      <h3>{t('evidence.title')}</h3>
      <EvidenceList evidence={evidence} actions={editable ? detach : undefined} />
      <ProblemList problems={problems} />
      <p role="status" className={done === '' ? 'visually-hidden' : desk.soft}>
        {done}
      </p>
      {editable ? (
        <>
          <FileDrop label={t('evidence.choose', { label })} busy={busy} onFile={upload} />
          <QuotaNote area={area} />
          <EvidenceLink area={area} onAdded={attach} />
          <KnownEvidence area={area} attached={evidence} onChosen={attach} />
        </>
      ) : (
        <p className={desk.soft}>{t('evidence.fixed')}</p>
      )}
    </section>
  );
}

/** How much of the organisation's space for files is used, in megabytes. */
function QuotaNote({ area }: { area: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { data } = useQuery(EvidenceQuotaDocument, { variables: { area } });
  if (data === undefined) return null;
  const { usedKilobytes, maxKilobytes } = data.evidenceQuota;
  const megabytes = (kilobytes: number) => format.number(String(Math.ceil(kilobytes / 1024)));
  return (
    <small className={desk.soft}>
      {t('evidence.room', { used: megabytes(usedKilobytes), max: megabytes(maxKilobytes) })}
    </small>
  );
}

/** A form to add an address instead of a file. */
function EvidenceLink({ area, onAdded }: { area: string; onAdded: (id: string) => Promise<void> }) {
  const { t } = useTranslation('desk');
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const { busy, problems, change } = useChange();
  const add = async () => {
    const { answer } = await change(AddEvidenceLinkDocument, { area, url, title });
    if (!answer?.evidence) return;
    setUrl('');
    setTitle('');
    await onAdded(answer.evidence.id);
  };
  return (
    <details>
      <summary className={desk.fold}>{t('evidence.addLink')}</summary>
      <form className={desk.tight} onSubmit={onSubmit(add)}>
        <TextField label={t('evidence.url')} type="url" required value={url} onChange={setUrl} />
        <TextField
          label={t('evidence.linkTitle')}
          required
          maxLength={300}
          value={title}
          onChange={setTitle}
        />
        <ProblemList problems={problems} />
        <Button type="submit" disabled={busy}>
          {t('evidence.addLink')}
        </Button>
      </form>
    </details>
  );
}

/** Lets a person choose evidence that the country has already, because one document often proves several values. */
function KnownEvidence(props: {
  area: string;
  attached: readonly EvidenceFragment[];
  onChosen: (id: string) => Promise<void>;
}) {
  const { area, attached } = props;
  const { t } = useTranslation('desk');
  const [chosen, setChosen] = useState('');
  const { data } = useQuery(AreaEvidenceDocument, { variables: { area } });
  const others = (data?.evidence ?? []).filter((one) => !attached.some(({ id }) => id === one.id));
  if (others.length === 0) return null;
  const choose = () => {
    setChosen('');
    void props.onChosen(chosen);
  };
  return (
    <div className={desk.row}>
      <SelectField
        label={t('evidence.reuse')}
        none={t('evidence.reuseNone')}
        value={chosen}
        options={others.map(({ id, title }) => [id, title])}
        onChange={setChosen}
      />
      <Button disabled={chosen === ''} onClick={choose}>
        {t('evidence.attach')}
      </Button>
    </div>
  );
}

/** Files to download and links to follow, each with who added it. */
export function EvidenceList(props: {
  evidence: readonly EvidenceFragment[];
  actions: ((evidence: EvidenceFragment) => ReactNode) | undefined;
}) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const when = useWhen();
  if (props.evidence.length === 0) return <p className={desk.soft}>{t('evidence.none')}</p>;
  return (
    <ul className={styles.list}>
      {props.evidence.map((one) => (
        <li key={one.id}>
          <EvidenceName of={one} />
          <span className={desk.soft}>
            {one.size !== null &&
              `${t('evidence.size', { size: format.number(String(Math.ceil(one.size / 1024))) })} · `}
            {t('evidence.by', { name: one.addedBy.name, time: when(one.addedAt) })} ·{' '}
            {t(one.public ? 'evidence.public' : 'evidence.private')}
          </span>
          {props.actions?.(one)}
        </li>
      ))}
    </ul>
  );
}
