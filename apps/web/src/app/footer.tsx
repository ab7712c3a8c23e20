import { ClientOnly, Link, useRouteContext, useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './footer.module.css';
import { PrintedAt } from '../ui/printed-at.tsx';
import { KeyHelp } from './key-help.tsx';
import { releaseOf } from './described.ts';

const pages = [
  ['/$lang/releases', 'nav.releases'],
  ['/$lang/compare', 'nav.compare'],
  ['/$lang/brief/$area', 'nav.brief'],
  ['/$lang/data', 'footer.data'],
  ['/$lang/about/api', 'footer.api'],
  ['/$lang/indicators', 'footer.indicators'],
  ['/$lang/about/glossary', 'footer.glossary'],
  ['/$lang/about/news', 'footer.news'],
  ['/$lang/quality', 'nav.quality'],
  ['/$lang/about/methods', 'nav.methods'],
  ['/$lang/about', 'nav.about'],
] as const;
const legal = [
  ['/$lang/about/privacy', 'footer.privacy'],
  ['/$lang/about/accessibility', 'footer.accessibility'],
  ['/$lang/about/licences', 'footer.licences'],
] as const;

/** The release from which the page was read is given in the footer, so that a printed page can be traced. */
function useReleaseNumber(): string | undefined {
  return useMatches({
    select: (matches) =>
      matches.map((match) => releaseOf(match)?.number).find((number) => number !== undefined),
  });
}

export function Footer({ desk }: { desk: boolean }) {
  const { lang } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  const number = useReleaseNumber();
  const linked = ([to, name]: (typeof pages | typeof legal)[number]) => (
    <li key={to}>
      <Link to={to} params={{ lang, area: 'region' }} reloadDocument={desk}>
        {t(name)}
      </Link>
    </li>
  );
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
            {pages.map(linked)}
            <li>
              <KeyHelp desk={desk} />
            </li>
            {legal.map(linked)}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
