import { ClientOnly, Link, getRouteApi, useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './footer.module.css';
import { PrintedAt } from '../ui/printed-at.tsx';
import { KeyHelp } from './key-help.tsx';
import { releaseOf } from './release-of.ts';

const root = getRouteApi('__root__');

/** The release a page was read from stands at its foot, so that a printed page can be traced. */
function useReleaseNumber(): string | undefined {
  return useMatches({
    select: (matches) =>
      matches.map((match) => releaseOf(match)?.number).find((number) => number !== undefined),
  });
}

export function Footer({ desk }: { desk: boolean }) {
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
          <ClientOnly>
            <PrintedAt />
          </ClientOnly>
        </div>
        <nav aria-label={t('footer.label')}>
          <ul className={styles.links}>
            {number !== undefined && (
              <li>
                <Link to="/$lang/releases/$number" params={{ lang, number }} reloadDocument={desk}>
                  {t('releases.one', { number })}
                </Link>
              </li>
            )}
            <li>
              <Link to="/$lang/releases" params={{ lang }} reloadDocument={desk}>
                {t('nav.releases')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/compare" params={{ lang }} reloadDocument={desk}>
                {t('nav.compare')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/brief/$area" params={{ lang, area: 'region' }} reloadDocument={desk}>
                {t('nav.brief')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/data" params={{ lang }} reloadDocument={desk}>
                {t('footer.data')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/about/api" params={{ lang }} reloadDocument={desk}>
                {t('footer.api')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/indicators" params={{ lang }} reloadDocument={desk}>
                {t('footer.indicators')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/about/glossary" params={{ lang }} reloadDocument={desk}>
                {t('footer.glossary')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/about/news" params={{ lang }} reloadDocument={desk}>
                {t('footer.news')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/quality" params={{ lang }} reloadDocument={desk}>
                {t('nav.quality')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/about/methods" params={{ lang }} reloadDocument={desk}>
                {t('nav.methods')}
              </Link>
            </li>
            <li>
              <Link to="/$lang/about" params={{ lang }} reloadDocument={desk}>
                {t('nav.about')}
              </Link>
            </li>
            <li>
              <KeyHelp desk={desk} />
            </li>
            {(['privacy', 'accessibility', 'licences'] as const).map((page) => (
              <li key={page}>
                <Link to={`/$lang/about/${page}`} params={{ lang }} reloadDocument={desk}>
                  {t(`footer.${page}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
