import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import desk from './desk.module.css';
import styles from './file-field.module.css';

/**
 * The browser's own file field, invisible over our own look, because the browser would say "Choose File" in its own language.
 * A click, a key or a dropped file reaches the field itself.
 */
export function FileField(props: {
  /** What the file is for; the accessible name of the field begins with it. */
  label: string;
  accept: string;
  chosen?: string | undefined;
  disabled?: boolean;
  describedBy?: string;
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation('desk');
  const chosen = useId();
  return (
    <span className={styles.field}>
      <input
        type="file"
        aria-label={`${props.label}: ${t('file.choose')}`}
        aria-describedby={`${chosen} ${props.describedBy ?? ''}`.trim()}
        accept={props.accept}
        disabled={props.disabled}
        onChange={({ target }) => {
          const file = target.files?.item(0);
          // emptied, so that the same file can be chosen again after it was corrected
          target.value = '';
          if (file) props.onFile(file);
        }}
      />
      <span className={desk.quiet} aria-hidden="true">
        {t('file.choose')}
      </span>
      <span id={chosen} className={styles.name}>
        {props.chosen ?? t('file.none')}
      </span>
    </span>
  );
}
