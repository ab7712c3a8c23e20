import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { ChangeProgress, useChangeProgress } from '../../desk/change-progress.tsx';
import { Confirm } from '../../desk/confirm.tsx';
import desk from '../../desk/desk.module.css';
import { EvidenceName } from '../../desk/evidence/evidence-name.tsx';
import { PersonalWarning, ProblemList } from '../../desk/problem-list.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { TextArea } from '../../desk/text-area.tsx';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  GiveBackReturnDocument,
  SignReturnDocument,
  type SignatureRequestFragment,
} from './signatures.generated.ts';

/** Queries to ask again after a return was signed or given back. */
const SHOWN_IN = ['ReturnForm', 'PreparedReturns', 'Duties', 'UnreadInbox'] as const;

/** Returns that wait for a second signature, or were given back or changed since, with links to their values and what can be done with each. */
export function PreparedReturns({ requests }: { requests: readonly SignatureRequestFragment[] }) {
  const { t } = useTranslation('desk');
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="prepared" className={desk.tight}>
      <h2 id="prepared">{t('signature.title')}</h2>
      <ul className={record.list}>
        {requests.map((one) => (
          <PreparedReturn key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
}

function PreparedReturn({ of }: { of: SignatureRequestFragment }) {
  const { id, state, note, letter, comment, decidedBy, decidedAt, preparedBy, maySign } = of;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const me = useMe();
  const [givingBack, setGivingBack] = useState(false);
  const { problems, busy, change } = useChange(...SHOWN_IN);
  const isOwn = preparedBy.id === me.id;
  const mayDecide = can(me, 'SIGN_RETURN', { area: of.area }) === 'ALLOWED' && state === 'WAITING';
  const progress = useChangeProgress(mayDecide ? id : null, { busy, problems }, ...SHOWN_IN);
  return (
    <li>
      <Stack gap="xs">
        <Text component="p" fw={650} c={state === 'WAITING' ? 'inherit' : 'var(--error)'}>
          <LocalText of={of.areaName} />, {of.cycle}: {t(`signature.state.${state}`)}
        </Text>
        <p className={desk.soft}>
          {t('signature.prepared', { name: preparedBy.name, time: when(of.preparedAt) })}
          {of.years.length > 1 && ` · ${t('signature.values', { count: of.values })}`}
        </p>
        <Years of={of} />
        {note !== null && <q>{note}</q>}
        {letter !== null && (
          <EvidenceName of={letter}>{t('letter.of', { name: letter.title })}</EvidenceName>
        )}
        {decidedBy !== null && decidedAt !== null && (
          <p>
            {t('signature.givenBackBy', { name: decidedBy.name, time: when(decidedAt) })}{' '}
            {comment !== null && <q>{comment}</q>}
          </p>
        )}
        {mayDecide && (
          <>
            <p>{t(maySign ? 'signature.look' : 'signature.others')}</p>
            <ChangeProgress name={t('import.handingIn')} progress={progress} />
            <Group gap="sm">
              {maySign && (
                <Button
                  disabled={progress.isAwaited}
                  onClick={() => void change(SignReturnDocument, { request: id })}
                >
                  {t('signature.sign')}
                </Button>
              )}
              <Button
                variant="default"
                disabled={progress.isAwaited}
                onClick={() =>
                  isOwn ? void change(GiveBackReturnDocument, { request: id }) : setGivingBack(true)
                }
              >
                {t(isOwn ? 'signature.takeBack' : 'signature.giveBack')}
              </Button>
            </Group>
          </>
        )}
        <ProblemList problems={problems} />
      </Stack>
      {givingBack && <GiveBack request={id} onClose={() => setGivingBack(false)} />}
    </li>
  );
}

/** Links to the values in the request, by year. */
function Years({ of: { area, years } }: { of: SignatureRequestFragment }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  return (
    <Group gap="sm">
      {years.map(({ year, values }) => (
        <Link
          key={year}
          to="/$lang/report/$iso3/$cycle"
          params={{ lang, iso3: area, cycle: String(year) }}
          search={{ only: 'prepared' }}
          preload={false}
        >
          {t('signature.ofYear', { year, count: values })}
        </Link>
      ))}
    </Group>
  );
}

function GiveBack({ request, onClose }: { request: string; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { kept: comment, keep, forget } = useStoredDraft(`give back ${request}`, '');
  const { problems, busy, change } = useChange(...SHOWN_IN);
  const send = async () => {
    const { done } = await change(GiveBackReturnDocument, { request, comment });
    if (!done) return;
    forget();
    onClose();
  };
  return (
    <Confirm
      title={t('signature.giveBack')}
      yes={t('signature.giveBack')}
      busy={busy}
      onYes={() => void send()}
      onClose={onClose}
    >
      <TextArea label={t('signature.why')} value={comment} onChange={keep} />
      <PersonalWarning text={comment} />
      <ProblemList problems={problems} />
    </Confirm>
  );
}
