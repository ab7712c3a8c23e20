import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { UserRowFragment } from './users.generated.ts';

type State = 'active' | 'invited' | 'expired' | 'pending' | 'disabled' | 'erased';

function stateOf(
  user: Pick<UserRowFragment, 'erasedAt' | 'disabledAt' | 'hasPassword' | 'linkUntil' | 'pending'>,
): State {
  if (user.erasedAt !== null) return 'erased';
  if (user.disabledAt !== null) return 'disabled';
  if (user.pending) return 'pending';
  if (user.hasPassword) return 'active';
  return user.linkUntil === null ? 'expired' : 'invited';
}

/** One account in the list. */
export function UserRow(props: {
  user: UserRowFragment;
  areas: ReadonlyMap<string, string>;
  onOpen: () => void;
}) {
  const { user } = props;
  const { t } = useTranslation('desk');
  const { date } = useFormat();
  const when = useWhen();
  const state = stateOf(user);
  const until = state === 'invited' && user.linkUntil !== null ? user.linkUntil.slice(0, 10) : '';
  return (
    <li className={admin.row}>
      <p>
        <strong>{user.name}</strong>
        <br />
        {user.erasedAt === null && <span className={admin.soft}>{user.email}</span>}
      </p>
      <p>
        {t(`role.${user.role}`)}
        {user.area !== null && ` · ${props.areas.get(user.area) ?? user.area}`}
        <br />
        <span className={admin.soft}>
          {user.organisation && <LocalText of={user.organisation.name} />}
        </span>
      </p>
      <p>
        <span className={`${admin.badge} ${state === 'active' ? '' : admin.off}`}>
          {t(`users.state.${state}`, { date: until === '' ? '' : date(until) })}
        </span>
        <br />
        <span className={admin.soft}>
          {user.lastSignedInAt === null
            ? t('users.neverSeen')
            : t('users.lastSeen', { when: when(user.lastSignedInAt) })}
        </span>
      </p>
      <button type="button" className={desk.quiet} onClick={props.onOpen}>
        {t('admin.open')}
        <span className="visually-hidden"> {t('users.openWhat', { name: user.name })}</span>
      </button>
    </li>
  );
}
