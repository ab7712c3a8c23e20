import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { useMe } from '../../desk/session.ts';
import { UserAccess } from './user-access.tsx';
import type { Belongings } from './user-fields.tsx';
import { UserForm } from './user-form.tsx';
import { UserSessions } from './user-sessions.tsx';
import type { UserRowFragment } from './users.generated.ts';

/** One account: its rights, its way in, its sessions. An auditor reads the sessions only. */
export function UserDialog(props: {
  user: UserRowFragment;
  belongings: Belongings;
  reload: () => void;
  onClose: () => void;
}) {
  const { user, reload, onClose } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const mayChange = can(me, 'MANAGE_USERS') === 'ALLOWED';
  const own = me.id === user.id;
  const done = () => {
    reload();
    onClose();
  };
  return (
    <Dialog title={user.name} onClose={onClose}>
      <p>{user.email}</p>
      {mayChange && <UserForm user={user} belongings={props.belongings} own={own} onSaved={done} />}
      {mayChange && !own && <UserAccess user={user} onChanged={reload} onDisabled={done} />}
      <UserSessions user={user.id} onEnded={reload} />
      <div>
        <button type="button" className={desk.quiet} onClick={onClose}>
          {t('admin.close')}
        </button>
      </div>
    </Dialog>
  );
}
