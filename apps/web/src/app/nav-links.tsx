import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../desk/signed-in.ts';
import styles from './header.module.css';

const root = getRouteApi('__root__');

/** The pages of the main menu. Between public and signed-in pages a link is a full load: each kind of document has its own content policy. */
export function NavLinks({ desk }: { desk: boolean }) {
  const { lang, help } = root.useRouteContext();
  const { t } = useTranslation();
  const signedIn = useSignedIn();
  const current = { className: styles.current, 'aria-current': 'page' as const };
  return (
    <ul className={styles.nav}>
      <li>
        <Link
          to="/$lang"
          params={{ lang }}
          reloadDocument={desk}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={current}
        >
          {t('nav.overview')}
        </Link>
      </li>
      <li>
        <Link to="/$lang/countries" params={{ lang }} reloadDocument={desk} activeProps={current}>
          {t('nav.countries')}
        </Link>
      </li>
      <li>
        <Link
          to="/$lang/compare"
          params={{ lang }}
          reloadDocument={desk}
          activeOptions={{ includeSearch: false }}
          activeProps={current}
        >
          {t('nav.compare')}
        </Link>
      </li>
      <li>
        <Link
          to="/$lang/changes"
          params={{ lang }}
          reloadDocument={desk}
          activeOptions={{ includeSearch: false }}
          activeProps={current}
        >
          {t('nav.changes')}
        </Link>
      </li>
      <li>
        <Link to="/$lang/about" params={{ lang }} reloadDocument={desk} activeProps={current}>
          {t('nav.about')}
        </Link>
      </li>
      {!desk && help && (
        <li>
          <Link to="/$lang/help" params={{ lang }} activeProps={current}>
            {t('help.need')}
          </Link>
        </li>
      )}
      {/* a desk says itself who is signed in */}
      {!desk && (
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
      )}
    </ul>
  );
}
