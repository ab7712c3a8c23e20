import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useProblemText, type Problem } from '../../desk/problem-text.ts';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { StateDifferentCountsDocument } from './release-preview.generated.ts';
import styles from './publish.module.css';

const paramOf = ({ params }: Problem, name: string): string =>
  params.find((one) => one.name === name)?.value ?? '';

/** Shown counts that equal hidden ones: the framework declares them one count, or an officer explains the difference. */
export function MissingLinks({ problems }: { problems: readonly Problem[] }) {
  const missing = problems.filter(({ code }) => code === 'LINK_MISSING');
  return missing.map((link) => (
    <MissingLink key={`${paramOf(link, 'shown')} ${paramOf(link, 'hidden')}`} link={link} />
  ));
}

function MissingLink({ link }: { link: Problem }) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const [reason, setReason] = useState('');
  const { problems, busy, change } = useChange();
  const askAgain = useAskAgain('ReleasePreview');
  const [count, other] = [paramOf(link, 'shown'), paramOf(link, 'hidden')];
  const send = async () => {
    const { done } = await change(StateDifferentCountsDocument, { count, other, reason });
    if (done) await askAgain();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{sentence(link)}</p>
      <p className={desk.soft}>{t('publish.linkText')}</p>
      <label className={desk.field}>
        {t('publish.linkReason', { count, other })}
        <textarea
          rows={2}
          className={desk.input}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <ProblemList problems={problems} />
      <div className={desk.row}>
        <button type="submit" className={desk.quiet} disabled={busy}>
          {t('publish.linkDifferent')}
        </button>
      </div>
    </form>
  );
}
