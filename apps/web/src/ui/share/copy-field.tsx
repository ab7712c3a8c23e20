import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './copy-field.module.css';

/**
 * A text to copy. It can also be selected by hand, where the clipboard is not available. It is no form field: when
 * browsers look for fields to fill in, they lay out the page again for each field in a closed disclosure.
 */
export function CopyField({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [sentence, setSentence] = useState('');
  const copy = () => {
    // the clipboard is missing if the page does not come over a secure connection
    const clipboard = navigator.clipboard as Clipboard | undefined;
    void (clipboard?.writeText(text) ?? Promise.reject(new Error('closed'))).then(
      () => setSentence(t('chart.copied')),
      () => setSentence(t('chart.copyByHand')),
    );
  };
  return (
    <div className={styles.copy}>
      <span id={id}>{label}</span>
      <div>
        <code
          role="textbox"
          aria-readonly="true"
          aria-labelledby={id}
          tabIndex={0}
          onFocus={(event) => getSelection()?.selectAllChildren(event.currentTarget)}
        >
          {text}
        </code>
        <button type="button" className="quiet-button" onClick={copy}>
          {t('chart.copy')}
        </button>
      </div>
      <span role="status" className={styles.said}>
        {sentence}
      </span>
    </div>
  );
}
