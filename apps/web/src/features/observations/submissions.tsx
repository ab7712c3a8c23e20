import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { RecallSubmissionDocument, type SubmissionFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';

/** What was handed in so far. It can be taken back until somebody has reviewed any of it. */
export function Submissions(props: {
  submissions: readonly SubmissionFragment[];
  mayRecall: boolean;
  reload: () => Promise<unknown>;
}) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  const { problems, busy, run } = useChange();
  const [recall] = useMutation(RecallSubmissionDocument, { fetchPolicy: 'no-cache' });
  if (props.submissions.length === 0) return null;

  const takeBack = async (submission: string) => {
    await run(async (idempotencyKey) => {
      const input = { submission, idempotencyKey };
      return (await recall({ variables: { input } })).data?.recallSubmission;
    });
    await props.reload();
  };
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
              <button
                aria-label={`${t('submissions.recall')} ${one.number}`}
                type="button"
                className={desk.quiet}
                disabled={busy}
                onClick={() => void takeBack(one.id)}
              >
                {t('submissions.recall')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
