import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form } from '../../desk/form.tsx';
import { paramOf, useProblemText, type Problem } from '../../desk/problem-text.ts';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { StateDifferentCountsDocument } from './release-preview.generated.ts';

/**
 * Shown counts that equal hidden ones. Each is either declared in the framework to be the same count, or an officer has
 * to explain the difference.
 */
export function MissingLinks({ problems }: { problems: readonly Problem[] }) {
  const missing = problems.filter(({ code }) => code === 'LINK_MISSING');
  return missing.map((link) => (
    <MissingLink key={[paramOf(link, 'shown'), paramOf(link, 'hidden')].join(' ')} link={link} />
  ));
}

function MissingLink({ link }: { link: Problem }) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const { problems, busy, change } = useChange();
  const askAgain = useAskAgain('ReleasePreview');
  const [count = '', other = ''] = [paramOf(link, 'shown'), paramOf(link, 'hidden')];
  const { kept: reason, keep, forget } = useStoredDraft(`difference ${count} ${other}`, '');
  const send = async () => {
    const { done } = await change(StateDifferentCountsDocument, { count, other, reason });
    if (!done) return;
    forget();
    await askAgain();
  };
  return (
    <Form
      minor
      bg="var(--ground)"
      p="lg"
      bdrs="md"
      problems={problems}
      button={t('publish.linkDifferent')}
      disabled={busy}
      send={send}
    >
      <p>{sentence(link)}</p>
      <p className="soft">{t('publish.linkText')}</p>
      <Textarea
        label={t('publish.linkReason', { count, other })}
        rows={2}
        value={reason}
        onChange={(event) => keep(event.target.value)}
      />
    </Form>
  );
}
