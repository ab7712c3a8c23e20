import { Link, getRouteApi } from '@tanstack/react-router';
import { without } from '../app/search.ts';
import { usePinned } from '../app/use-pinned.ts';

const root = getRouteApi('__root__');

/** Pages that show a release as of any year. */
const ofYear = new Set(['/$lang', '/$lang/actions/$code', '/$lang/countries/$iso3']);
/** Pages that show any release. */
const ofRelease = new Set([
  ...ofYear,
  '/$lang/brief/$area',
  '/$lang/compare',
  '/$lang/countries',
  '/$lang/data',
  '/$lang/indicators/$code',
  '/$lang/quality',
]);

/**
 * A link in the content of a page to another page in its language. Who reads an earlier release or year stays in it;
 * the menus lead to the newest release.
 */
export const PageLink = ((props: { to: string; params?: object; search?: object }) => {
  const { lang } = root.useRouteContext();
  const pinned = usePinned();
  const { to } = props;
  const kept = ofYear.has(to) ? pinned : ofRelease.has(to) ? without(pinned, 'year') : {};
  const search = { ...kept, ...props.search };
  return (
    <Link
      // a page above the one that is open is not the current page
      activeOptions={{ exact: true }}
      {...props}
      params={{ lang, ...props.params } as never}
      search={search as never}
    />
  );
}) as unknown as ReturnType<typeof getRouteApi<'/$lang'>>['Link'];
