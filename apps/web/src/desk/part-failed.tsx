import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import desk from './desk.module.css';
import { tryAgain, type Retry } from './failed-to-load.tsx';
import { ProblemList } from './problem-list.tsx';
import { unreachable } from './unreachable.ts';

/** Shown for a part of a page that did not load, while the rest of the page stays. For a whole page there is FailedToLoad. */
export function PartFailed({ error, retry }: { error: unknown; retry: Retry }) {
  const { t } = useTranslation();
  return (
    <div className={desk.tight}>
      <ProblemList problems={[unreachable(error)]} />
      <Button onClick={() => void tryAgain(retry)}>{t('state.retry')}</Button>
    </div>
  );
}
