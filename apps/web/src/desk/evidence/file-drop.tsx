import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FileField } from '../file-field.tsx';
import desk from '../desk.module.css';
import styles from './evidence.module.css';
import { ACCEPTED } from './upload-evidence.ts';

/** A file field, and a place to drop a file on for those who drag. */
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
