import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { useMe } from '../../desk/session.ts';
import { UserAccess } from './user-access.tsx';
import { UserEmail } from './user-email.tsx';
import { UserErasure } from './user-erasure.tsx';
import type { Belongings } from './user-fields.tsx';
import { UserForm } from './user-form.tsx';
import { UserSessions } from './user-sessions.tsx';
import { UserSuccession } from './user-succession.tsx';
import type { UserRowFragment } from './users.generated.ts';

/** One account: its rights, its way in, its sessions, and its end. An auditor reads the sessions only. */
export function UserDialog(props: {
  user: UserRowFragment;
  belongings: Belongings;
  reload: () => void;
  onClose: () => void;
}) {
  const { user, reload, onClose } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const isErased = user.erasedAt !== null;
  const mayChange = can(me, 'MANAGE_USERS') === 'ALLOWED' && !isErased;
  const own = me.id === user.id;
  const done = () => {
    reload();
    onClose();
  };
  return (
    <Dialog title={user.name} onClose={onClose}>
      <p>{isErased ? t('leaving.erase.erased') : user.email}</p>
      {mayChange && <UserForm user={user} belongings={props.belongings} own={own} onSaved={done} />}
      {mayChange && !own && <UserAccess user={user} onChanged={reload} onDisabled={done} />}
      {!isErased && <UserSessions user={user.id} onEnded={reload} />}
      {mayChange && (
        <div>
          {user.disabledAt === null && <UserEmail user={user} onChanged={reload} />}
          <UserSuccession user={user} own={own} reload={reload} onDone={done} />
          {!own && <UserErasure user={user} reload={reload} onDone={done} />}
        </div>
      )}
      <div>
        <button type="button" className={desk.quiet} onClick={onClose}>
          {t('admin.close')}
        </button>
      </div>
    </Dialog>
  );
}
