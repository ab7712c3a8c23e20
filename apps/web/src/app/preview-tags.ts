import { stringifySearch } from './search.ts';

interface Match {
  pathname: string;
  /** What the page itself understands of its address. */
  _strictSearch: object;
  staticData?: { module?: string; desk?: boolean; framed?: boolean; transient?: boolean };
}

/** Where the picture of a public page is, for messengers and networks that show one beside a link; none of a desk, a frame, or nothing. */
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
