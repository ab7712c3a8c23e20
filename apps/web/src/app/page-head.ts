import { languages, languageTag, type Language } from '@qadam/i18n';
import type { AppContext } from './context.ts';

/** Head of a public page. `path` is the address without its language. Every language version names all the others. */
export function pageHead(
  context: AppContext,
  path: string,
  title: string,
  description: string,
  /** The name of the feed with news of this page, as in /feeds/<name>.xml. */
  feed?: string,
) {
  const site = context.i18n.t('site.name');
  const full = title === site ? context.i18n.t('site.title') : `${title} · ${site}`;
  const url = (lang: Language) => `${context.origin}/${lang}${path}`;
  return {
    meta: [
      { title: full },
      { name: 'description', content: description },
      { property: 'og:site_name', content: site },
      { property: 'og:title', content: full },
      { property: 'og:description', content: description },
      { property: 'og:type', content: 'website' },
      { property: 'og:url', content: url(context.lang) },
      { property: 'og:locale', content: context.lang },
      // preview-tags.ts names the picture itself, for all pages; the picture shows these words
      { property: 'og:image:alt', content: `${full}. ${description}` },
    ],
    links: [
      { rel: 'canonical', href: url(context.lang) },
      ...languages.map((lang) => ({
        rel: 'alternate',
        hrefLang: languageTag(lang),
        href: url(lang),
      })),
      { rel: 'alternate', hrefLang: 'x-default', href: url('ru') },
      ...(feed === undefined
        ? []
        : [
            {
              rel: 'alternate',
              type: 'application/atom+xml',
              href: `${context.origin}/feeds/${feed}.xml?lang=${context.lang}`,
              title: full,
            },
          ]),
    ],
  };
}

/** A signed-in page: only a title, kept out of search engines. */
export function deskHead(context: AppContext, title: string) {
  return {
    meta: [
      { title: `${title} · ${context.i18n.t('site.name')}` },
      { name: 'robots', content: 'noindex, nofollow' },
    ],
  };
}
