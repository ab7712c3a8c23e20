import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { EvidenceName } from '../../desk/evidence/evidence-name.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { ReportedValue, sourceOf } from '../../desk/reported-figure.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { PrintedAt } from '../../ui/printed-at.tsx';
import { keyOf } from './cell-key.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { useReturn } from './open-return.ts';
import { RecallSubmissionDocument, type SubmissionFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';

const EMPTY = { value: null, numerator: null, missingReason: null };

/** A return as it was when it was handed in. */
export interface SubmittedReturn {
  submission: SubmissionFragment;
  cells: readonly FormCellFragment[];
}

/** Handed in: the number to refer to, what is locked now, and what comes next. Printed, it is the ministry's copy. */
export function Receipt({ of }: { of: SubmittedReturn }) {
  const { form } = useReturn();
  const { t } = useTranslation('desk');
  const when = useWhen();
  const me = useMe();
  const box = useRef<HTMLElement>(null);
  const { submission, cells } = of;
  useEffect(() => box.current?.focus(), [submission]);
  const { number, submittedAt, submittedBy, signedBy, note } = submission;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="receipt"
      className={`${desk.tight ?? ''} ${styles.receipt ?? ''}`}
    >
      <h2 id="receipt">{t('receipt.title', { number })}</h2>
      <p>{t('receipt.cells', { count: submission.cells, time: when(submittedAt) })}</p>
      {signedBy && (
        <p>
          {t('signature.preparedBy', { name: submittedBy.name })},{' '}
          {t('signature.signedBy', { name: signedBy.name })}
        </p>
      )}
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

/** The submissions so far. They can be recalled until they are reviewed. */
export function Submissions() {
  const { area, submissions } = useReturn().form;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const mayRecall = can(useMe(), 'RECALL', { area }) === 'ALLOWED';
  const { problems, busy, change } = useChange('ReturnForm');
  if (submissions.length === 0) return null;
  return (
    <section aria-labelledby="submissions" className={desk.tight}>
      <h2 id="submissions">{t('submissions.title')}</h2>
      <ProblemList problems={problems} />
      <ul className={`plain-list ${styles.submissions ?? ''}`}>
        {submissions.map((one) => (
          <li key={one.id} className="cluster ends">
            <div>
              <strong>{one.number}</strong>
              <p className={desk.soft}>
                {when(one.submittedAt)} · {t('submissions.cells', { count: one.cells })}
                {one.signedBy !== null &&
                  ` · ${t('signature.preparedBy', { name: one.submittedBy.name })}, ${t('signature.signedBy', { name: one.signedBy.name })}`}
                {one.recalledAt !== null &&
                  ` · ${t('submissions.recalled', { time: when(one.recalledAt) })}`}
              </p>
              {one.note !== null && <p>{one.note}</p>}
              {one.letter !== null && (
                <p>
                  <EvidenceName of={one.letter}>
                    {t('letter.of', { name: one.letter.title })}
                  </EvidenceName>
                </p>
              )}
            </div>
            {one.recallable && mayRecall && (
              <Button
                aria-label={`${t('submissions.recall')} ${one.number}`}
                disabled={busy}
                onClick={() => void change(RecallSubmissionDocument, { submission: one.id })}
              >
                {t('submissions.recall')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
