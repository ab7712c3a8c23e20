import { skipToken, useQuery } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { successorProblem } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { Form } from '../../desk/form.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { unreachable } from '../../desk/unreachable.ts';
import { useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import { LinkSent, SecondPersonHint } from './user-fields.tsx';
import {
  ChangeUserEmailDocument,
  EraseUserDocument,
  HandOverDutiesDocument,
  UsersDocument,
  type UserRowFragment,
} from './users.generated.ts';

/** The most accounts that the API returns at once. */
const MOST = 200;

/** Changes the address by which a person signs in: a mail is sent to the new one, and the change is made when its link is opened. */
export function UserEmail({ user }: { user: UserRowFragment }) {
  const { id, version, role, newEmail } = user;
  const { t } = useTranslation('desk');
  const [email, setEmail] = useState('');
  const [sends, setSends] = useState<boolean>();
  const { problems, busy, change } = useChange();
  const send = async () => {
    const input = { user: id, expectedVersion: version, email };
    const { done, answer } = await change(ChangeUserEmailDocument, input);
    if (done) setSends(answer?.sends);
  };
  return (
    <details className={admin.more}>
      <summary>{t('leaving.email.title')}</summary>
      <p className="note">{t('leaving.email.text')}</p>
      <SecondPersonHint role={role} />
      {newEmail !== null && sends === undefined && (
        <p>{t('leaving.email.waiting', { email: newEmail })}</p>
      )}
      {sends === undefined ? (
        <Form
          minor
          problems={problems}
          button={t('leaving.email.send')}
          disabled={busy}
          send={send}
        >
          <TextField
            label={t('leaving.email.new')}
            type="email"
            required
            value={email}
            onChange={setEmail}
          />
        </Form>
      ) : (
        <LinkSent email={newEmail ?? email} account={user.email} sends={sends} />
      )}
    </details>
  );
}

/** Hands the duties of a person who leaves over to a colleague. */
export function UserSuccession(props: { user: UserRowFragment; own: boolean; onDone: () => void }) {
  const { user, own } = props;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const [isOpen, setOpen] = useState(false);
  const [successor, setSuccessor] = useState('');
  const [disable, setDisable] = useState(!own);
  const { data, error } = useQuery(
    UsersDocument,
    isOpen ? { variables: { lang, first: MOST } } : skipToken,
  );
  const { problems, busy, change } = useChange();
  const successors = (data?.users.users ?? []).filter(
    (one) => one.disabledAt === null && successorProblem(user, one) === null,
  );
  const send = async () => {
    const input = { from: user.id, to: successor, expectedVersion: user.version, disable };
    const { done } = await change(HandOverDutiesDocument, input);
    if (done) props.onDone();
  };
  const refusals = error ? [unreachable(error)] : problems;
  return (
    <details className={admin.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('leaving.duties.title')}</summary>
      <p className="note">{t('leaving.duties.text')}</p>
      {data && successors.length === 0 ? (
        <p>{t('leaving.duties.none')}</p>
      ) : (
        <Form
          minor
          problems={refusals}
          button={t('leaving.duties.send')}
          disabled={busy}
          send={send}
        >
          <SelectField
            label={t('leaving.duties.to')}
            none={t('organisations.choose')}
            required
            value={successor}
            options={successors.map(({ id, name, email }) => [id, `${name}, ${email}`])}
            onChange={setSuccessor}
          />
          {!own && (
            <Checkbox
              label={t('leaving.duties.disable')}
              checked={disable}
              onChange={(event) => setDisable(event.target.checked)}
            />
          )}
        </Form>
      )}
    </details>
  );
}

/** Replaces a person's name by a pseudonym for good. This cannot be undone, so it has to be confirmed. */
export function UserErasure({ user, onDone }: { user: UserRowFragment; onDone: () => void }) {
  const { id, version, name } = user;
  const { t } = useTranslation('desk');
  const [sure, setSure] = useState(false);
  const { problems, busy, change } = useChange();
  const send = async () => {
    const { done } = await change(EraseUserDocument, { user: id, expectedVersion: version });
    if (done) onDone();
  };
  return (
    <details className={admin.more}>
      <summary>{t('leaving.erase.title')}</summary>
      <p className="note">{t('leaving.erase.text')}</p>
      <Form
        minor
        problems={problems}
        button={t('leaving.erase.send')}
        disabled={busy || !sure}
        send={send}
      >
        <Checkbox
          label={t('leaving.erase.sure', { name })}
          required
          checked={sure}
          onChange={(event) => setSure(event.target.checked)}
        />
      </Form>
    </details>
  );
}
