import { Group } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FRESH_MINUTES } from '@qadam/domain';
import { Button } from '../../desk/button.tsx';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import {
  readOwnFactor,
  removeAuthenticator,
  removePasskey,
  renewRecoveryCodes,
  type OwnSecondFactor as Own,
} from './second-factor-requests.ts';
import { AddAuthenticator, AddPasskey } from './set-up-factor.tsx';
import { SignInOverPage } from './sign-in-over-page.tsx';

/** The second factors of the person who is signed in. */
export function OwnSecondFactor() {
  const { t } = useTranslation('desk');
  const [own, setOwn] = useState<Own | { failure: unknown }>();
  const load = useCallback(() => {
    readOwnFactor().then(setOwn, (failure: unknown) => setOwn({ failure }));
  }, []);
  useEffect(load, [load]);
  return (
    <section className={admin.part} aria-labelledby="second-factor">
      <h2 id="second-factor">{t('secondFactor.title')}</h2>
      <p>{t('secondFactor.text')}</p>
      {own === undefined && <PageSkeleton />}
      {own && 'failure' in own && <PartFailed error={own.failure} retry={load} />}
      {own && !('failure' in own) && <Factors own={own} onChanged={load} />}
    </section>
  );
}

function Factors({ own, onChanged }: { own: Own; onChanged: () => void }) {
  const { authenticatorSince, passkeys, recoveryCodes, needed, fresh } = own;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const [adding, setAdding] = useState<'APP' | 'PASSKEY'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [said, setSaid] = useState('');
  const { problems, busy, run } = useChange();
  const isSetUp = authenticatorSince !== null || passkeys.length > 0;

  const added = (made: readonly string[] | null) => {
    setAdding(undefined);
    setSaid(t('secondFactor.done'));
    if (made) setCodes(made);
    onChanged();
  };
  const remove = async (ask: () => Promise<{ problems: readonly Problem[] }>) => {
    const { done } = await run(ask);
    setSaid(done ? t('secondFactor.removed') : '');
    onChanged();
  };
  const renew = async () => {
    const { done, answer } = await run<{
      problems: readonly Problem[];
      recoveryCodes?: string[] | null;
    }>(renewRecoveryCodes);
    if (done && answer?.recoveryCodes) setCodes(answer.recoveryCodes);
    onChanged();
  };
  const removal = (ask: () => Promise<{ problems: readonly Problem[] }>, what: string) => (
    <Button look="linklike" disabled={busy} onClick={() => void remove(ask)}>
      {t('secondFactor.remove')}
      <span className="visually-hidden"> {what}</span>
    </Button>
  );

  if (codes) return <RecoveryCodes codes={codes} onSaved={() => setCodes(undefined)} />;
  return (
    <>
      {needed && <p>{t('secondFactor.needed')}</p>}
      {!isSetUp && <p>{t('secondFactor.none')}</p>}
      <ul className={admin.list}>
        {authenticatorSince !== null && (
          <li className={desk.row}>
            <p>
              <strong>{t('secondFactor.app')}</strong>,{' '}
              {t('secondFactor.since', { when: when(authenticatorSince) })}
            </p>
            {fresh && removal(removeAuthenticator, t('secondFactor.app'))}
          </li>
        )}
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id} className={desk.row}>
            <p>
              <strong>{name}</strong>, {t('secondFactor.since', { when: when(createdAt) })}
              {lastUsedAt !== null && `, ${t('secondFactor.used', { when: when(lastUsedAt) })}`}
            </p>
            {fresh && removal(() => removePasskey(id), name)}
          </li>
        ))}
        {isSetUp && (
          <li className={desk.row}>
            <p>{t('secondFactor.left', { count: recoveryCodes })}</p>
            {fresh && (
              <Button look="linklike" disabled={busy} onClick={() => void renew()}>
                {t('secondFactor.newCodes')}
              </Button>
            )}
          </li>
        )}
      </ul>
      <p role="status">{said}</p>
      <ProblemList problems={problems} />
      {fresh ? (
        <Group>
          <Button onClick={() => setAdding('APP')}>
            {t(authenticatorSince === null ? 'secondFactor.addApp' : 'secondFactor.otherApp')}
          </Button>
          <Button onClick={() => setAdding('PASSKEY')}>{t('secondFactor.addPasskey')}</Button>
        </Group>
      ) : (
        <SignInFirst onDone={onChanged} />
      )}
      {adding === 'APP' && <AddAuthenticator onDone={added} />}
      {adding === 'PASSKEY' && <AddPasskey onDone={added} />}
    </>
  );
}

/**
 * Asks to sign in again: a session that somebody left open must not be enough to change how its owner signs in. `onDone` asks
 * the server whether that was now, and then this disappears.
 */
function SignInFirst({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p>{t('secondFactor.againText', { minutes: String(FRESH_MINUTES) })}</p>
      <Button onClick={() => setOpen(true)}>{t('secondFactor.again')}</Button>
      {isOpen && (
        <Dialog title={t('secondFactor.again')} onClose={() => setOpen(false)}>
          <SignInOverPage onDone={onDone} />
        </Dialog>
      )}
    </>
  );
}
