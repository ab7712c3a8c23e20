import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './copy-field.module.css';

/**
 * A text to take along. It can be selected by hand as well, where the clipboard is closed. No field of a form: browsers lay a
 * page out anew for each field in a closed disclosure when they look for what they could fill in.
 */
export function CopyField({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [sentence, setSentence] = useState('');
  const copy = () => {
    // absent where the page is not served securely
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
