import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import { useChange } from '../use-change.ts';
import { AddEvidenceLinkDocument } from './evidence.generated.ts';
import styles from './evidence.module.css';

/** An address instead of a file. */
export function EvidenceLink(props: { area: string; onAdded: (id: string) => Promise<void> }) {
  const { t } = useTranslation('desk');
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const { busy, problems, change } = useChange();

  const add = async () => {
    const { answer } = await change(AddEvidenceLinkDocument, { area: props.area, url, title });
    if (!answer?.evidence) return;
    setUrl('');
    setTitle('');
    await props.onAdded(answer.evidence.id);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void add();
  };
  return (
    <details className={styles.more}>
      <summary>{t('evidence.addLink')}</summary>
      <form onSubmit={submit}>
        <label className={desk.field}>
          {t('evidence.url')}
          <input
            type="url"
            required
            className={desk.input}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </label>
        <label className={desk.field}>
          {t('evidence.linkTitle')}
          <input
            type="text"
            required
            maxLength={300}
            className={desk.input}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <ProblemList problems={problems} />
        <button type="submit" className={desk.quiet} disabled={busy}>
          {t('evidence.addLink')}
        </button>
      </form>
    </details>
  );
}
