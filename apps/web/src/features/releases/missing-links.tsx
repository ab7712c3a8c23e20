import { useMutation } from '@apollo/client/react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useProblemText, type Trouble } from '../../desk/problem-text.ts';
import { useChange } from '../../desk/use-change.ts';
import { StateDifferentCountsDocument } from './release-preview.generated.ts';
import styles from './publish.module.css';

const paramOf = ({ params }: Trouble, name: string): string =>
  params.find((one) => one.name === name)?.value ?? '';

/** Shown counts that equal hidden ones: either the framework declares them one count, or an officer says how they differ. */
export function MissingLinks(props: {
  problems: readonly Trouble[];
  reload: () => Promise<unknown>;
}) {
  const missing = props.problems.filter(({ code }) => code === 'LINK_MISSING');
  return missing.map((link) => (
    <MissingLink
      key={`${paramOf(link, 'shown')} ${paramOf(link, 'hidden')}`}
      link={link}
      reload={props.reload}
    />
  ));
}

function MissingLink({ link, reload }: { link: Trouble; reload: () => Promise<unknown> }) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const [reason, setReason] = useState('');
  const { problems, busy, run } = useChange();
  const [state] = useMutation(StateDifferentCountsDocument, { fetchPolicy: 'no-cache' });
  const [count, other] = [paramOf(link, 'shown'), paramOf(link, 'hidden')];
  const send = async () => {
    const done = await run(async (idempotencyKey) => {
      const input = { count, other, reason, idempotencyKey };
      return (await state({ variables: { input } })).data?.stateDifferentCounts;
    });
    if (done) await reload();
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
