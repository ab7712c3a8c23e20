import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { RemindReportersDocument, type DeskSummaryQuery } from './desk-summary.generated.ts';
import styles from './desk-summary.module.css';
import { OutstandingRow } from './outstanding-row.tsx';

type Outstanding = DeskSummaryQuery['deskSummary']['outstanding'];

/** Outstanding returns, the latest first; an officer reminds with one click. */
export function OutstandingList({ outstanding }: { outstanding: Outstanding }) {
  const { t } = useTranslation('desk');
  const mayRemind = can(useMe(), 'REMIND_REPORTERS') === 'ALLOWED';
  const [done, setDone] = useState('');
  const { problems, busy, change } = useChange('DeskSummary');

  const send = async ({ area, areaName, cycle }: Outstanding[number]) => {
    const { answer } = await change(RemindReportersDocument, { area, cycle });
    const count = answer?.reminded ?? 0;
    setDone(count > 0 ? t('summary.reminded', { count, name: areaName.text }) : '');
  };
  return (
    <>
      <ul className={styles.list}>
        {outstanding.map((one) => (
          <OutstandingRow
            key={`${one.area} ${one.cycle}`}
            outstanding={one}
            remind={mayRemind ? () => void send(one) : undefined}
            busy={busy}
          />
        ))}
      </ul>
      <p role="status" className={desk.soft}>
        {done}
      </p>
      <ProblemList problems={problems} />
    </>
  );
}
