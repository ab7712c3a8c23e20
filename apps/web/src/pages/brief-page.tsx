import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stringifySearch, without } from '../app/search.ts';
import { BriefSheets, PrintBar } from '../features/brief/brief-sheets.tsx';
import { PageLink } from '../ui/page-link.tsx';

const route = getRouteApi('/$lang/paper/brief/$area');

/** A brief for paper. With `?print`, only its sheets. */
export function BriefPage() {
  const { lang, area } = route.useParams();
  const { origin } = route.useRouteContext();
  const { t } = useTranslation(['public', 'brief']);
  const search = route.useSearch();
  const { brief, changes, charts } = route.useLoaderData();
  const pinned = {
    ...(search.actions === undefined ? {} : { actions: search.actions }),
    release: brief.release.number,
  };
  return (
    <>
      {search.print === undefined && (
        <PrintBar>
          <PageLink
            to="/$lang/brief/$area"
            params={{ area }}
            search={{ ...search, print: '' }}
            reloadDocument
          >
            {t('brief:alone')}
          </PageLink>
          {brief.country === null ? (
            <PageLink to="/$lang" search={without(pinned, 'actions')}>
              {t('nav.overview')}
            </PageLink>
          ) : (
            <PageLink
              to="/$lang/countries/$iso3"
              params={{ iso3: area }}
              search={without(pinned, 'actions')}
            >
              {brief.country.name.text}
            </PageLink>
          )}
        </PrintBar>
      )}
      <BriefSheets
        brief={brief}
        changes={changes}
        charts={charts}
        url={`${origin}/${lang}/brief/${area}${stringifySearch(pinned)}`}
      />
    </>
  );
}
