import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';
import { SearchForm } from '../ui/search-form.tsx';

const root = getRouteApi('__root__');

export function NotFound() {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  return (
    <Message title={t('state.notFound')} text={t('state.notFoundText')}>
      <SearchForm wide />
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
    </Message>
  );
}
