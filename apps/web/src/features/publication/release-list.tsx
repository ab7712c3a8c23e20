import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import styles from './release-list.module.css';
import type { ReleasesQuery } from './releases.generated.ts';

const root = getRouteApi('__root__');

export function ReleaseList({ releases }: { releases: ReleasesQuery['releases'] }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles.list}>
      {releases.map((release) => (
        <li key={release.number}>
          <h2 className={styles.number}>
            <Link to="/$lang/releases/$number" params={{ lang, number: release.number }}>
              {t('releases.one', { number: release.number })}
            </Link>
            {release.latest && <span className={styles.latest}>{t('releases.latest')}</span>}
          </h2>
          <p className="soft">
            {t('releases.asOf', { year: release.asOfYear })} ·{' '}
            {t('releases.publishedOn', { date: format.date(release.publishedAt) })}
          </p>
          <p>
            <LocalText of={release.note} />
          </p>
          {release.previous !== null && (
            <p>
              <Link
                to="/$lang/changes"
                params={{ lang }}
                search={{ from: release.previous, to: release.number }}
              >
                {t('overview.changes', { number: release.previous })}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
