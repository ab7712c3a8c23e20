import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../desk/signed-in.ts';
import styles from './header.module.css';

const pages = [
  ['/$lang', 'nav.overview'],
  ['/$lang/countries', 'nav.countries'],
  ['/$lang/compare', 'nav.compare'],
  ['/$lang/changes', 'nav.changes'],
  ['/$lang/about', 'nav.about'],
] as const;

/**
 * The links of the main menu. A link from a public page to a signed-in one is a full load, as the two kinds of document
 * have different content policies.
 */
export function NavLinks() {
  const { lang, help } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  const signedIn = useSignedIn();
  const current = { className: styles.current, 'aria-current': 'page' as const };
  return (
    <ul className={styles.nav}>
      {pages.map(([to, name]) => (
        <li key={to}>
          <Link
            to={to}
            params={{ lang }}
            activeOptions={{ exact: to === '/$lang', includeSearch: false }}
            activeProps={current}
          >
            {t(name)}
          </Link>
        </li>
      ))}
      {help && (
        <li>
          <Link to="/$lang/help" params={{ lang }} activeProps={current}>
            {t('help.need')}
          </Link>
        </li>
      )}
      <li>
        <Link
          to={signedIn ? '/$lang/following' : '/$lang/sign-in'}
          params={{ lang }}
          reloadDocument
          preload={false}
        >
          {t(signedIn ? 'nav.following' : 'nav.signIn')}
        </Link>
      </li>
    </ul>
  );
}
