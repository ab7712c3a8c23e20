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

/** The pages of the main menu. From a public page to a signed-in one a link is a full load: each kind of document has its own content policy. */
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
