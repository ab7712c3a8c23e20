import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { useMe } from '../../desk/session.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { RemindReportersDocument, type DeskSummaryQuery } from './desk-summary.generated.ts';
import styles from './desk-summary.module.css';
import { OwingRow } from './owing-row.tsx';

type Owing = DeskSummaryQuery['deskSummary']['owing'];

/** Who owes what, the latest first; an officer reminds with one click. */
export function OwingList(props: { owing: Owing; reload: () => Promise<unknown> }) {
  const { t } = useTranslation('desk');
  const mayRemind = can(useMe(), 'REMIND_REPORTERS') === 'ALLOWED';
  const [done, setDone] = useState('');
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [remind, { loading }] = useMutation(RemindReportersDocument, { fetchPolicy: 'no-cache' });

  const send = async ({ area, areaName, cycle }: Owing[number]) => {
    try {
      const input = { area, cycle, idempotencyKey: crypto.randomUUID() };
      const answer = (await remind({ variables: { input } })).data?.remindReporters;
      setProblems(answer?.problems ?? []);
      const count = answer?.reminded ?? 0;
      setDone(count > 0 ? t('summary.reminded', { count, name: areaName.text }) : '');
      await props.reload();
    } catch (error) {
      setDone('');
      setProblems([unreachable(error)]);
    }
  };
  return (
    <>
      <ul className={styles.list}>
        {props.owing.map((one) => (
          <OwingRow
            key={`${one.area} ${one.cycle}`}
            owing={one}
            remind={mayRemind ? () => void send(one) : undefined}
            busy={loading}
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
