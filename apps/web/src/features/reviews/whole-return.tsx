import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import { ChangeProgress, useChangeProgress } from '../../desk/change-progress.tsx';
import look from '../../desk/desk.module.css';
import table from '../../ui/facts-table.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { ReviewReturnFragment } from './review-queue.generated.ts';
import type { Desk } from './use-review-desk.ts';

/** A return that is too large to be listed: counted by indicator, and accepted as a whole or by indicator. */
export function WholeReturn(props: { handedIn: ReviewReturnFragment; listed: number; desk: Desk }) {
  const { handedIn, listed, desk } = props;
  const { waiting, indicators } = handedIn;
  const { decisions, mayDecide } = desk;
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const [busy, setBusy] = useState(false);
  const problems = decisions.generalProblems;
  const progress = useChangeProgress(handedIn.id, { busy, problems }, 'ReviewQueue');
  const isClosed = decisions.busy || progress.isAwaited;
  const accept = async (expectedValues: number, indicators?: string[]) => {
    setBusy(true);
    await decisions.acceptReturn(handedIn.id, expectedValues, indicators);
    setBusy(false);
  };
  return (
    <section aria-labelledby="whole-return" className={look.tight}>
      <h2 id="whole-return">{t('review.whole.title')}</h2>
      <p>{t('review.whole.some', { shown: number(String(listed)) })}</p>
      <ChangeProgress name={t('review.whole.accepting')} progress={progress} />
      {mayDecide && (
        <Button look="primary" disabled={isClosed} onClick={() => void accept(waiting)}>
          {t('review.whole.accept', { count: waiting })}
        </Button>
      )}
      <table className={table.facts} aria-labelledby="whole-return">
        <thead>
          <tr>
            <th scope="col">{t('review.indicator')}</th>
            <th scope="col">{t('review.whole.waiting')}</th>
            {mayDecide && <th scope="col">{t('review.decision')}</th>}
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <tr key={one.indicator}>
              <th scope="row">
                <LocalText of={one.name} />
              </th>
              <td data-label={t('review.whole.waiting')}>{number(String(one.waiting))}</td>
              {mayDecide && (
                <td>
                  <Button
                    of={one.name.text}
                    disabled={isClosed}
                    onClick={() => void accept(one.waiting, [one.indicator])}
                  >
                    {t('review.whole.acceptIndicator', { count: one.waiting })}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
