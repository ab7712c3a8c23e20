import { Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeProgress, useChangeProgress } from '../../desk/change-progress.tsx';
import desk from '../../desk/desk.module.css';
import { useOtherChange } from '../../desk/problem-list.tsx';
import { paramOf, useProblemText, type Problem } from '../../desk/problem-text.ts';
import { useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import { HandInFileDocument, type ImportJobFragment } from './import-job.generated.ts';

interface Receipt {
  /** Null while it waits for a second signature. */
  number: string | null;
  cells: number;
}

/** Hands in everything that a stored file brought, with one button, and shows a receipt for each cycle that takes some of its years. */
export function HandIn({
  job: { id, area },
  cycles,
  children,
}: {
  job: ImportJobFragment;
  cycles: readonly number[];
  /** What is said until something is handed in. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const { problems, busy, change } = useChange();
  const progress = useChangeProgress(id, { busy, problems });
  const [receipts, setReceipts] = useState<ReadonlyMap<number, Receipt>>(new Map());
  const open = cycles.filter((cycle) => !receipts.has(cycle));
  const send = async () => {
    const taken = new Map(receipts);
    for (const cycle of open) {
      const { answer } = await change(HandInFileDocument, { area, cycle, import: id });
      const { submission, prepared } = answer ?? {};
      if (submission) taken.set(cycle, submission);
      else if (prepared) taken.set(cycle, { number: null, cells: prepared.values });
      else break;
      setReceipts(new Map(taken));
    }
  };
  const given = Array.from(receipts, ([cycle, { number: name, cells: count }]) => (
    <p key={cycle}>
      {name === null
        ? t('signature.sent', { count })
        : t('import.handedIn', { number: name, count, values: number(String(count)) })}
    </p>
  ));
  if (open.length === 0) return <>{given}</>;
  return (
    <Stack gap="xs" align="flex-start">
      {receipts.size === 0 ? children : given}
      <Reasons problems={problems} />
      <ChangeProgress name={t('import.handingIn')} progress={progress} />
      <Button disabled={progress.isAwaited} onClick={() => void send()}>
        {t('import.handIn')}
      </Button>
    </Stack>
  );
}

/** Each reason once for each indicator, with the number of its values. */
function Reasons({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const meanwhile = useOtherChange();
  if (problems.length === 0) return null;
  return (
    <div role="alert" className={desk.error}>
      <ul>
        {problems.map((problem) => {
          const of = (name: string) => paramOf(problem, name);
          const indicator = of('indicator');
          const values = Number(of('values') ?? 1);
          return (
            <li key={[problem.code, indicator, of('rule')].join(' ')}>
              {indicator !== undefined && <strong>{indicator}: </strong>}
              {[sentence(problem), meanwhile(problem)].join(' ')}
              {values > 1 && ` (${t('import.values', { count: values })})`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
