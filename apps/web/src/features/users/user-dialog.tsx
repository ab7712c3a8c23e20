import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { useMe } from '../../desk/session.ts';
import { UserAccess } from './user-access.tsx';
import { UserEmail } from './user-email.tsx';
import { UserErasure } from './user-erasure.tsx';
import type { Memberships } from './user-fields.tsx';
import { UserForm } from './user-form.tsx';
import { UserSessions } from './user-sessions.tsx';
import { UserSuccession } from './user-succession.tsx';
import type { UserRowFragment } from './users.generated.ts';

/** One account: its rights, its way in, its sessions, and its end. An auditor reads the sessions only. */
export function UserDialog(props: {
  user: UserRowFragment;
  memberships: Memberships;
  onClose: () => void;
}) {
  const { user, onClose } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const isErased = user.erasedAt !== null;
  const mayChange = can(me, 'MANAGE_USERS') === 'ALLOWED' && !isErased;
  const own = me.id === user.id;
  return (
    <Dialog title={user.name} onClose={onClose}>
      <p>{isErased ? t('leaving.erase.erased') : user.email}</p>
      {mayChange && (
        <UserForm user={user} memberships={props.memberships} own={own} onSaved={onClose} />
      )}
      {mayChange && !own && <UserAccess user={user} onDone={onClose} />}
      {!isErased && <UserSessions user={user.id} />}
      {mayChange && (
        <div>
          {user.disabledAt === null && <UserEmail user={user} />}
          <UserSuccession user={user} own={own} onDone={onClose} />
          {!own && <UserErasure user={user} onDone={onClose} />}
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
