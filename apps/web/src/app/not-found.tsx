import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { usePageKind } from './use-page-kind.ts';

const pages = [
  ['/$lang', 'nav.overview'],
  ['/$lang/countries', 'nav.countries'],
  ['/$lang/releases', 'nav.releases'],
] as const;

export function NotFound() {
  const { lang } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  // search is a public page, so from a desk it needs a full load
  const { desk } = usePageKind();
  return (
    <Message title={t('state.notFound')} text={t('state.notFoundText')}>
      <ul>
        {pages.map(([to, name]) => (
          <li key={to}>
            <Link to={to} params={{ lang }} activeOptions={{ exact: true }}>
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
      <SearchForm wide away={desk} />
    </Message>
  );
}
