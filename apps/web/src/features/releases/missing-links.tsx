import { Button, Group, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
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
      <p className="soft">{t('publish.linkText')}</p>
      <Textarea
        label={t('publish.linkReason', { count, other })}
        rows={2}

        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemList problems={problems} />
      <Group>
        <Button type="submit" variant="default" disabled={busy}>
          {t('publish.linkDifferent')}
        </Button>
      </Group>
    </form>
  );
}
