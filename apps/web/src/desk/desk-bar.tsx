import { Link, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { useFormat } from '../ui/use-format.ts';
import type { Me } from './auth.ts';
import styles from './desk-bar.module.css';
import { useSession } from './session.ts';

const desks = [
  ['/$lang/report', 'public:nav.report', 'READ_WORK'],
  ['/$lang/review', 'public:nav.review', 'READ_WORK'],
  ['/$lang/targets', 'public:nav.targets', 'READ_TARGETS'],
  ['/$lang/publish', 'public:nav.publish', 'PREVIEW_RELEASE'],
  ['/$lang/publish/withdrawals', 'desk:releaseNav.withdrawals', 'READ_WITHDRAWALS'],
  ['/$lang/admin', 'desk:admin.nav.health', 'READ_ADMINISTRATION'],
  ['/$lang/admin/users', 'desk:admin.nav.users', 'READ_ADMINISTRATION'],
  ['/$lang/admin/confirmations', 'desk:admin.nav.confirmations', 'READ_CONFIRMATIONS'],
  ['/$lang/admin/organisations', 'desk:admin.nav.organisations', 'READ_ADMINISTRATION'],
  ['/$lang/admin/help-lines', 'desk:admin.nav.helpLines', 'READ_ADMINISTRATION'],
  ['/$lang/admin/translations', 'desk:admin.nav.translations', 'READ_ADMINISTRATION'],
  ['/$lang/admin/audit', 'desk:admin.nav.audit', 'READ_AUDIT'],
  ['/$lang/admin/outbox', 'desk:outbox.title', 'READ_OUTBOX'],
  ['/$lang/machines', 'desk:machines.title', 'READ_TOKENS'],
  ['/$lang/framework', 'public:nav.framework', 'READ_FRAMEWORK'],
  ['/$lang/review/quality', 'public:nav.quality', 'READ_QUALITY'],
  ['/$lang/following', 'public:nav.following', 'READ_FOLLOWING'],
] as const;

/** Above every desk: its links, the signed-in person, and signing out. */
export function DeskBar({ me }: { me: Me }) {
  const { lang } = useFormat();
  const { t } = useTranslation(['desk', 'public']);
  const session = useSession();
  // below the address of the review, and a desk of its own
  const onQuality = Boolean(useMatchRoute()({ to: '/$lang/review/quality' }));
  const shown = desks.filter(([to, , operation]) => {
    // officers and auditors find these beside the next release
    if (to === '/$lang/publish/withdrawals' && can(me, 'PREVIEW_RELEASE') === 'ALLOWED')
      return false;
    const isOwn = ['/$lang/report', '/$lang/targets', '/$lang/machines'].includes(to);
    return can(me, operation, isOwn ? { area: me.area } : {}) === 'ALLOWED';
  });
  return (
    <div className={`${styles.bar ?? ''} no-print`}>
      <nav aria-label={t('desk:bar.desks')}>
        <ul className="plain-list cluster">
          {shown.map(([to, name]) => (
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
                {t(name)}
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
