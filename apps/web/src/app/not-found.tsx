import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { usePageKind } from './use-page-kind.ts';

const root = getRouteApi('__root__');

export function NotFound() {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  // search leads to a public page, and from a desk's document one goes there by a full load
  const { desk } = usePageKind();
  return (
    <Message title={t('state.notFound')} text={t('state.notFoundText')}>
      <ul>
        <li>
          <Link to="/$lang" params={{ lang }}>
            {t('nav.overview')}
          </Link>
        </li>
        <li>
          <Link to="/$lang/countries" params={{ lang }}>
            {t('nav.countries')}
          </Link>
        </li>
        <li>
          <Link to="/$lang/releases" params={{ lang }}>
            {t('nav.releases')}
          </Link>
        </li>
      </ul>
      <SearchForm wide away={desk} />
    </Message>
  );
}
