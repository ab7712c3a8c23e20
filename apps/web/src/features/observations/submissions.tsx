import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { RecallSubmissionDocument, type SubmissionFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';

/** The submissions so far. They can be recalled until they are reviewed. */
export function Submissions(props: {
  submissions: readonly SubmissionFragment[];
  mayRecall: boolean;
}) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  const { problems, busy, change } = useChange('ReturnForm');
  if (props.submissions.length === 0) return null;
  return (
    <section aria-labelledby="submissions" className={styles.submissions}>
      <h2 id="submissions">{t('submissions.title')}</h2>
      <ProblemList problems={problems} />
      <ul>
        {props.submissions.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.number}</strong>
              <p className={desk.soft}>
                {when(one.submittedAt)} · {t('submissions.cells', { count: one.cells })}
                {one.recalledAt !== null &&
                  ` · ${t('submissions.recalled', { time: when(one.recalledAt) })}`}
              </p>
              {one.note !== null && <p>{one.note}</p>}
              {one.letter !== null && (
                <p>
                  <a href={`/evidence/${one.letter.id}`} download>
                    {t('letter.of', { name: one.letter.title })}
                  </a>
                </p>
              )}
            </div>
            {one.recallable && props.mayRecall && (
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
