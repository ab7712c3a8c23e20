import { skipToken, useQuery } from '@apollo/client/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { successorProblem } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { unreachable } from '../../desk/unreachable.ts';
import { useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import { HandOverDutiesDocument, UsersDocument, type UserRowFragment } from './users.generated.ts';

/** As many as the API answers at once. */
const MOST = 200;

/** Handing over the duties of a person who leaves to a colleague. */
export function UserSuccession(props: { user: UserRowFragment; own: boolean; onDone: () => void }) {
  const { user, own } = props;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const [isOpen, setOpen] = useState(false);
  const [heir, setHeir] = useState('');
  const [disable, setDisable] = useState(!own);
  const { data, error } = useQuery(
    UsersDocument,
    isOpen ? { variables: { lang, first: MOST } } : skipToken,
  );
  const { problems, busy, change } = useChange();
  const heirs = (data?.users.users ?? []).filter(
    (one) => one.disabledAt === null && successorProblem(user, one) === null,
  );
  const send = async () => {
    const input = { from: user.id, to: heir, expectedVersion: user.version, disable };
    const { done } = await change(HandOverDutiesDocument, input);
    if (done) props.onDone();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <details className={admin.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('leaving.duties.title')}</summary>
      <p className={admin.soft}>{t('leaving.duties.text')}</p>
      {data && heirs.length === 0 ? (
        <p>{t('leaving.duties.none')}</p>
      ) : (
        <form className={admin.form} onSubmit={submit}>
          <SelectField
            label={t('leaving.duties.to')}
            none={t('organisations.choose')}
            required
            value={heir}
            options={heirs.map(({ id, name, email }) => [id, `${name}, ${email}`])}
            onChange={setHeir}
          />
          {!own && (
            <label>
              <input
                type="checkbox"
                checked={disable}
                onChange={(event) => setDisable(event.target.checked)}
              />{' '}
              {t('leaving.duties.disable')}
            </label>
          )}
          <ProblemList problems={error ? [unreachable(error)] : problems} />
          <button type="submit" className={desk.quiet} disabled={busy}>
            {t('leaving.duties.send')}
          </button>
        </form>
      )}
    </details>
  );
}
