import { Link, getRouteApi, useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './footer.module.css';

const root = getRouteApi('__root__');

interface WithRelease {
  release?: { number?: string };
}

/** The release a page was read from stands at its foot, so that a printed page can be traced. */
function useReleaseNumber(): string | undefined {
  return useMatches({
    select: (matches) =>
      matches
        .map((match) => (match.loaderData as WithRelease | undefined)?.release?.number)
        .find((number) => number !== undefined),
  });
}

export function Footer() {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const number = useReleaseNumber();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div className={styles.words}>
          <p className={styles.strong}>{t('footer.proposals')}</p>
          <p>{t('footer.sources')}</p>
          <p>{t('footer.licence')}</p>
        </div>
        <ul className={styles.links}>
          {number !== undefined && (
            <li>
              <Link to="/$lang/releases/$number" params={{ lang, number }}>
                {t('releases.one', { number })}
              </Link>
            </li>
          )}
          <li>
            <Link to="/$lang/releases" params={{ lang }}>
              {t('nav.releases')}
            </Link>
          </li>
          <li>
            <Link to="/$lang/data" params={{ lang }}>
              {t('data.title')}
            </Link>
          </li>
          <li>
            <Link to="/$lang/about/api" params={{ lang }}>
              {t('api.title')}
            </Link>
          </li>
          <li>
            <Link to="/$lang/about/methods" params={{ lang }}>
              {t('nav.methods')}
            </Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
