import { useRouteContext } from '@tanstack/react-router';

/** To hear of news without giving an address: `name` as in /feeds/<name>.xml. */
export function FeedLink({ name, label }: { name: string; label: string }) {
  const { lang } = useRouteContext({ from: '__root__' });
  return (
    <a href={`/feeds/${name}.xml?lang=${lang}`} type="application/atom+xml">
      {label}
    </a>
  );
}
