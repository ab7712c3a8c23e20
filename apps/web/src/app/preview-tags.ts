import { stringifySearch } from './search.ts';

interface Match {
  pathname: string;
  /** The parameters of the address that the page itself knows. */
  _strictSearch: object;
  staticData?: { module?: string; desk?: boolean; framed?: boolean; transient?: boolean };
}

/**
 * The address of the picture of a public page, for messengers and networks that show one beside a link. Desks, frames
 * and missing pages have none.
 */
export function previewTags(origin: string, matches: readonly Match[]) {
  const page = matches.at(-1);
  if (page?.staticData?.module === undefined) return [];
  if (matches.some(({ staticData }) => staticData?.desk || staticData?.framed)) return [];
  const view = page.staticData.transient ? '' : stringifySearch({ ...page._strictSearch });
  const path = page.pathname.replace(/\/$/, '');
  return [
    { property: 'og:image', content: `${origin}/previews${path}.png${view}` },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}
