import { getRouteApi } from '@tanstack/react-router';

const root = getRouteApi('__root__');

/** To hear of news without giving an address: `name` as in /feeds/<name>.xml. */
export function FeedLink({ name, label }: { name: string; label: string }) {
  const { lang } = root.useRouteContext();
  return (
    <a href={`/feeds/${name}.xml?lang=${lang}`} type="application/atom+xml">
      {label}
    </a>
  );
}
