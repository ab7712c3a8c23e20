import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import type { SessionRowFragment } from './users.generated.ts';

/** The sessions of a person, each with a button to end it. */
export function SessionList(props: {
  sessions: readonly SessionRowFragment[];
  /** The text of the button that ends all of them. */
  allText: string;
  /** Without it the sessions can only be read. */
  onEnd?: ((session: string | null) => void) | undefined;
}) {
  const { sessions, onEnd } = props;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const others = sessions.filter(({ current }) => !current);
  return (
    <>
      {sessions.length === 0 && <p>{t('sessions.none')}</p>}
      <ul className={admin.list}>
        {sessions.map(({ id, createdAt, lastSeenAt, current }) => (
          <li key={id} className={desk.row}>
            <p>
              {t('sessions.since', { when: when(createdAt) })},{' '}
              {t('sessions.seen', { when: when(lastSeenAt) })}{' '}
              {current && <span className={admin.badge}>{t('sessions.current')}</span>}
            </p>
            {onEnd && !current && (
              <Button look="linklike" onClick={() => onEnd(id)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onEnd && others.length > 1 && <Button onClick={() => onEnd(null)}>{props.allText}</Button>}
    </>
  );
}
