import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Problem } from './problem-text.ts';
import { unreachable } from './unreachable.ts';

/** A button that loads the next part of a list, and shows if that fails. */
export function More(props: {
  after: string;
  busy: boolean;
  read: (after: string) => Promise<unknown>;
}) {
  const { after, busy, read } = props;
  const { t } = useTranslation('desk');
  const [failed, setFailed] = useState<{ after: string; problem: Problem }>();
  const readOn = () =>
    read(after).catch((error: unknown) => setFailed({ after, problem: unreachable(error) }));
  return (
    <>
      <ProblemList problems={failed?.after === after ? [failed.problem] : []} />
      <div>
        <Button disabled={busy} onClick={() => void readOn()}>
          {t('admin.more')}
        </Button>
      </div>
    </>
  );
}
