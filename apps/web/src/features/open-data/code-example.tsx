import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './code-example.module.css';

/** Code to copy; on a narrow screen it scrolls in its own frame. */
export function CodeExample({ title, code }: { title: string; code: string }) {
  const { t } = useTranslation('about');
  const id = useId();
  return (
    <div>
      <h3 id={id} translate="no">
        {title}
      </h3>
      <pre
        className={styles.code}
        role="region"
        aria-label={t('api.exampleOf', { title })}
        tabIndex={0}
      >
        <code translate="no">{code}</code>
      </pre>
    </div>
  );
}

/** An address or a name from code, which can break between its parts in a narrow table. */
export function Code({ text }: { text: string }) {
  return (
    <code className={styles.address} translate="no">
      {text.split(/(?<=[/_])|(?=\.[a-z])/).map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}
