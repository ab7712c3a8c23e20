import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { ChooseMonthlyDocument } from './following.generated.ts';

/** Off until it is switched on; kept as soon as it is chosen. */
export function MonthlyChoice(props: { monthly: boolean }) {
  const { t } = useTranslation('desk');
  const hint = useId();
  const { problems, busy, change } = useChange();
  // shown at once; what the server keeps counts as soon as it is known
  const [wanted, setWanted] = useState<boolean | null>(null);
  const keep = async (monthly: boolean) => {
    setWanted(monthly);
    await change(ChooseMonthlyDocument, { monthly });
    setWanted(null);
  };
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={wanted ?? props.monthly}
          disabled={busy}
          aria-describedby={hint}
          onChange={(event) => void keep(event.target.checked)}
        />{' '}
        {t('following.monthly')}
      </label>
      <p id={hint}>{t('following.monthlyHint')}</p>
      <ProblemList problems={problems} />
    </>
  );
}
