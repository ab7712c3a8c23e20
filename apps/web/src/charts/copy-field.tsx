import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './chart-bar.module.css';

/** A text to take along. It can be selected by hand as well, where the clipboard is closed. */
export function CopyField(props: { label: string; text: string; long?: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const [said, setSaid] = useState('');
  const { label, text, long = false } = props;
  const copy = () => {
    // absent where the page is not served securely
    const clipboard = navigator.clipboard as Clipboard | undefined;
    void (clipboard?.writeText(text) ?? Promise.reject(new Error('closed'))).then(
      () => setSaid(t('chart.copied')),
      () => setSaid(t('chart.copyByHand')),
    );
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <div>
        <textarea
          id={id}
          readOnly
          rows={long ? 3 : 2}
          value={text}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" onClick={copy}>
          {t('chart.copy')}
        </button>
      </div>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
