import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../desk/use-when.ts';
import type { SubmissionFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';

/** Handed in: the number to refer to, what is locked now, and what comes next. */
export function Receipt({ submission }: { submission: SubmissionFragment }) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [submission]);
  const { number, cells, submittedAt } = submission;
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="receipt" className={styles.receipt}>
      <h2 id="receipt">{t('receipt.title', { number })}</h2>
      <p>{t('receipt.cells', { count: cells, time: when(submittedAt) })}</p>
      <p>{t('receipt.next')}</p>
    </section>
  );
}
