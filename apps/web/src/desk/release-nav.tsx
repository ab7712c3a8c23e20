import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { canSomewhere } from '@qadam/domain';
import { useFormat } from '../ui/use-format.ts';
import styles from './release-nav.module.css';
import { useMe } from './session.ts';

const pages = [
  { to: '/$lang/publish', name: 'release', operation: 'PREVIEW_RELEASE' },
  { to: '/$lang/publish/agreements', name: 'agreements', operation: 'READ_AGREEMENTS' },
  { to: '/$lang/publish/withdrawals', name: 'withdrawals', operation: 'READ_WITHDRAWALS' },
] as const;

/** Links between the pages that decide what is public: releases, agreements and withdrawals. */
export function ReleaseNav() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const open = pages.filter(({ operation }) => canSomewhere(me, operation) === 'ALLOWED');
  if (open.length < 2) return null;
  return (
    <nav aria-label={t('releaseNav.label')} className={styles.nav}>
      <ul className="plain-list cluster">
        {open.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ lang }}
              preload={false}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ className: styles.current, 'aria-current': 'page' }}
            >
              {t(`releaseNav.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
