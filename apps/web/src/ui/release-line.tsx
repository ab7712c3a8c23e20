import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './release-line.module.css';
import { useFormat } from './use-format.ts';

interface ReadRelease {
  number: string;
  asOfYear: number;
  latest: boolean;
  publishedAt?: string;
}

/** The release of a page, as a clear notice if it is an older one. */
export function ReleaseLine({
  release,
  year = release.asOfYear,
}: {
  release: ReadRelease & { previous?: string | null };
  /** The year the page shows, which may be earlier than the release's own. */
  year?: number;
}) {
  const { lang } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={release.latest ? styles.line : styles.frozen}>
      <Link to="/$lang/releases/$number" params={{ lang, number: release.number }}>
        {t('releases.one', { number: release.number })}
      </Link>
      {year < release.asOfYear && (
        <>
          {' · '}
          <strong>{t('releases.shownYear', { year })}</strong>
        </>
      )}
      {` · ${t('releases.asOf', { year: release.asOfYear })}`}
      {release.publishedAt !== undefined &&
        ` · ${t('releases.publishedOn', { date: format.date(release.publishedAt) })}`}
      {!release.latest && ` · ${t('releases.frozen')}`}
      {release.previous != null && (
        <>
          {' · '}
          <Link
            to="/$lang/changes"
            params={{ lang }}
            search={{ from: release.previous, to: release.number }}
          >
            {t('overview.changes', { number: release.previous })}
          </Link>
        </>
      )}
    </p>
  );
}
