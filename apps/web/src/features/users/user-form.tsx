import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useEdited } from '../../desk/use-edited.ts';
import {
  rightsOf,
  SecondPersonHint,
  UserFields,
  type Memberships,
  type UserDraft,
} from './user-fields.tsx';
import { ChangeUserDocument, type UserRowFragment } from './users.generated.ts';

const draftOf = (user: UserRowFragment): UserDraft & { version: number } => ({
  version: user.version,
  name: user.name,
  role: user.role,
  area: user.area ?? '',
  organisation: user.organisation?.id ?? '',
  language: user.language,
});

/** Name, role, country and organisation of an account that there is. */
export function UserForm(props: {
  user: UserRowFragment;
  memberships: Memberships;
  own: boolean;
  onSaved: () => void;
}) {
  const { user, own } = props;
  const { t } = useTranslation('desk');
  const { base, draft, setDraft, answered } = useEdited(() => draftOf(user));
  const { problems, busy, change } = useChange();
  const save = async () => {
    const account = { user: user.id, expectedVersion: draft.version, name: draft.name };
    const input = { ...account, ...rightsOf(draft) };
    const { done, answer } = await change(ChangeUserDocument, input);
    if (answer?.user) answered(draftOf(answer.user), answer.problems);
    if (done) props.onSaved();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={admin.form} onSubmit={submit}>
      <UserFields
        draft={draft}
        memberships={props.memberships}
        fixed={own}
        onChange={(next) => setDraft({ ...draft, ...next })}
      />
      <p className={admin.soft}>{t(own ? 'users.own' : 'users.rightsHint')}</p>
      {draft.role !== base.role && <SecondPersonHint role={draft.role} />}
      <ProblemList problems={problems} />
      <button type="submit" className={desk.primary} disabled={busy}>
        {t('admin.save')}
      </button>
    </form>
  );
}
