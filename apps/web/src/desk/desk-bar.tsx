import { Link, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { useFormat } from '../ui/use-format.ts';
import type { Me } from './auth.ts';
import styles from './desk-bar.module.css';
import { useSession } from './session.ts';

const administration = [
  { to: '/$lang/admin', name: 'health', operation: 'READ_ADMINISTRATION' },
  { to: '/$lang/admin/users', name: 'users', operation: 'READ_ADMINISTRATION' },
  { to: '/$lang/admin/confirmations', name: 'confirmations', operation: 'READ_CONFIRMATIONS' },
  { to: '/$lang/admin/organisations', name: 'organisations', operation: 'READ_ADMINISTRATION' },
  { to: '/$lang/admin/help-lines', name: 'helpLines', operation: 'READ_ADMINISTRATION' },
  { to: '/$lang/admin/translations', name: 'translations', operation: 'READ_ADMINISTRATION' },
  { to: '/$lang/admin/audit', name: 'audit', operation: 'READ_AUDIT' },
] as const;

/** Above every desk: its links, the signed-in person, and signing out. */
export function DeskBar({ me }: { me: Me }) {
  const { lang } = useFormat();
  const { t } = useTranslation(['desk', 'public']);
  const session = useSession();
  // below the address of the review, and a desk of its own
  const onQuality = Boolean(useMatchRoute()({ to: '/$lang/review/quality' }));
  const everywhere = can(me, 'READ_WORK') === 'ALLOWED';
  const desks = [
    { to: '/$lang/report', name: t('public:nav.report'), shown: everywhere || me.area !== null },
    { to: '/$lang/review', name: t('public:nav.review'), shown: everywhere },
    {
      to: '/$lang/targets',
      name: t('public:nav.targets'),
      shown: can(me, 'READ_TARGETS', { area: me.area }) === 'ALLOWED',
    },
    {
      to: '/$lang/publish',
      name: t('public:nav.publish'),
      shown: can(me, 'PREVIEW_RELEASE') === 'ALLOWED',
    },
    {
      to: '/$lang/publish/withdrawals',
      name: t('desk:releaseNav.withdrawals'),
      // officers and auditors find it beside the next release
      shown: can(me, 'READ_WITHDRAWALS') === 'ALLOWED' && can(me, 'PREVIEW_RELEASE') !== 'ALLOWED',
    },
    ...administration.map(({ to, name, operation }) => ({
      to,
      name: t(`desk:admin.nav.${name}`),
      shown: can(me, operation) === 'ALLOWED',
    })),
    {
      to: '/$lang/admin/outbox',
      name: t('desk:outbox.title'),
      shown: can(me, 'READ_OUTBOX') === 'ALLOWED',
    },
    {
      to: '/$lang/framework',
      name: t('public:nav.framework'),
      shown: can(me, 'READ_FRAMEWORK') === 'ALLOWED',
    },
    {
      to: '/$lang/review/quality',
      name: t('public:nav.quality'),
      shown: can(me, 'READ_QUALITY') === 'ALLOWED',
    },
    {
      to: '/$lang/following',
      name: t('public:nav.following'),
      shown: can(me, 'READ_FOLLOWING') === 'ALLOWED',
    },
  ] as const;
  return (
    <div className={styles.bar}>
      <nav aria-label={t('desk:bar.desks')}>
        <ul>
          {desks
            .filter(({ shown }) => shown)
            .map(({ to, name }) => (
              <li key={to}>
                <Link
                  to={to}
                  params={{ lang }}
                  preload={false}
                  activeOptions={{
                    includeSearch: false,
                    exact: to === '/$lang/admin' || (to === '/$lang/review' && onQuality),
                  }}
                  activeProps={{ className: styles.current, 'aria-current': 'page' }}
                >
                  {name}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <div className={styles.who}>
        <p>
          <strong>{me.name}</strong> {t(`desk:role.${me.role}`)}
        </p>
        <Link to="/$lang/account" params={{ lang }} preload={false}>
          {t('desk:admin.nav.account')}
        </Link>
        <button type="button" className={styles.out} onClick={() => void session.signOut()}>
          {t('desk:bar.signOut')}
        </button>
      </div>
    </div>
  );
}
