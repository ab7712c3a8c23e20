import { useTranslation } from 'react-i18next';
import desk from './desk.module.css';
import styles from './part-failed.module.css';
import { ProblemList } from './problem-list.tsx';
import { tryAgain, type Retry } from './try-again.ts';
import { unreachable } from './unreachable.ts';

/** A part of a page that did not come: the page keeps its heading and all that did. Of a whole page it is FailedToLoad. */
export function PartFailed({ error, retry }: { error: unknown; retry: Retry }) {
  const { t } = useTranslation();
  return (
    <div className={styles.part}>
      <ProblemList problems={[unreachable(error)]} />
      <div>
        <button type="button" className={desk.quiet} onClick={() => void tryAgain(retry)}>
          {t('state.retry')}
        </button>
      </div>
    </div>
  );
}
