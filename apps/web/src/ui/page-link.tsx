import { Link, getRouteApi } from '@tanstack/react-router';

const root = getRouteApi('__root__');

/** A link to another page in the language of this one. */
export const PageLink = ((props: { to: string; params?: object }) => {
  const { lang } = root.useRouteContext();
  return <Link {...props} params={{ lang, ...props.params } as never} />;
}) as unknown as ReturnType<typeof getRouteApi<'/$lang'>>['Link'];
