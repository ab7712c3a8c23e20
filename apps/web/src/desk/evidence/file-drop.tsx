import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestFailed, answerIn, problemOf, type ErrorBody } from '../auth.ts';
import desk from '../desk.module.css';
import { FileField } from '../file-field.tsx';
import type { Problem } from '../problem-text.ts';
import type { EvidenceFragment } from './evidence.generated.ts';
import styles from './evidence.module.css';

/** The types that the file picker offers; the api decides by the bytes what a file is. */
const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.xlsx,.csv,.xml';

interface Answer {
  evidence: Pick<EvidenceFragment, 'id' | 'title'> | null;
  problems: readonly Problem[];
}

/** Uploads one file for a country. A lost connection is returned as a problem too. */
export async function uploadEvidence(area: string, file: File): Promise<Answer> {
  const body = new FormData();
  body.append('file', file);
  try {
    const response = await fetch(`/evidence?area=${encodeURIComponent(area)}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'x-qadam': '1' },
      body,
    });
    const answer = (await response.json()) as Answer | ErrorBody;
    if ('problems' in answer) return answer;
    throw new RequestFailed(answerIn(answer));
  } catch (error) {
    return { evidence: null, problems: [problemOf(error)] };
  }
}

/** A file field, which is also an area to drop a file on. */
export function FileDrop(props: {
  label: string;
  busy: boolean;
  onFile: (file: File) => Promise<void>;
}) {
  const { t } = useTranslation('desk');
  const [over, setOver] = useState(false);
  const [name, setName] = useState('');
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    setName(file.name);
    await props.onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files.item(0));
  };
  return (
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{t('evidence.drop')}</span>
      <FileField
        label={props.label}
        accept={ACCEPTED}
        chosen={name || undefined}
        disabled={props.busy}
        onFile={(file) => void take(file)}
      />
      <small className={desk.soft}>{t('evidence.formats')}</small>
      {props.busy && <p role="status">{t('evidence.uploading', { name })}</p>}
    </div>
  );
}
