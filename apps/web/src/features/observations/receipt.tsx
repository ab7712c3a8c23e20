import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import { useMe } from '../../desk/session.ts';
import { useWhen } from '../../desk/use-when.ts';
import { ReportedValue } from '../../desk/reported-figure.tsx';
import { sourceOf } from '../../desk/source-of.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { keyOf } from './cell-key.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { PrintedAt } from '../../ui/printed-at.tsx';
import type { ReturnFormFragment, SubmissionFragment } from './return-form.generated.ts';
import styles from './receipt.module.css';

const EMPTY = { value: null, numerator: null, missingReason: null };

/** What was handed in, as it was when it was handed in. */
export interface SubmittedReturn {
  submission: SubmissionFragment;
  cells: readonly FormCellFragment[];
}

/** Handed in: the number to refer to, what is locked now, and what comes next. Printed, it is the ministry's copy. */
export function Receipt({ form, of }: { form: ReturnFormFragment; of: SubmittedReturn }) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  const me = useMe();
  const box = useRef<HTMLElement>(null);
  const { submission, cells } = of;
  useEffect(() => box.current?.focus(), [submission]);
  const { number, submittedAt, note } = submission;
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="receipt" className={styles.receipt}>
      <h2 id="receipt">{t('receipt.title', { number })}</h2>
      <p>{t('receipt.cells', { count: submission.cells, time: when(submittedAt) })}</p>
      <p>{t('receipt.next')}</p>
      {/* the ministry's copy; on the screen the values are in the grid */}
      <div className="print-only">
        <p>
          <LocalText of={form.areaName} />, {form.cycle} · {me.name}
        </p>
        {note !== null && <p>{note}</p>}
        <ul>
          {cells.map((cell) => (
            <li key={keyOf(cell)}>
              {keyOf(cell)} <LocalText of={cell.name} />:{' '}
              <strong>
                <ReportedValue indicator={cell} of={cell.current ?? EMPTY} />
              </strong>{' '}
              {cell.current && sourceOf(cell.current)}
            </li>
          ))}
        </ul>
        <PrintedAt />
      </div>
      <Button className="no-print" onClick={() => window.print()}>
        {t('receipt.print')}
      </Button>
    </section>
  );
}
