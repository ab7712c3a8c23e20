import { languageTag, type Language } from '@qadam/i18n';
import { attributes, toXml, type Element } from '../iati/xml.ts';

export interface FeedEntry {
  /** The address of what the entry is about: also what tells it from every other. */
  url: string;
  title: string;
  /** When it was published, ISO 8601. */
  at: string;
  /** Paragraphs, then a list. */
  paragraphs: readonly string[];
  list: readonly string[];
}

export interface Feed {
  lang: Language;
  /** The feed's own address. */
  self: string;
  /** The page for people. */
  page: string;
  title: string;
  subtitle: string;
  rights: string;
  /** Newest first; at least one. */
  entries: readonly FeedEntry[];
}

const NAMESPACE = 'http://www.w3.org/2005/Atom';
const XHTML = 'http://www.w3.org/1999/xhtml';
const TYPE = 'application/atom+xml';

/** An Atom feed (RFC 4287). Texts go through the XML library, which escapes them. */
export function atom({ lang, self, page, title, subtitle, rights, entries }: Feed): string {
  const xml = toXml('feed', {
    ...attributes({ xmlns: NAMESPACE, 'xml:lang': languageTag(lang) }),
    id: self,
    title,
    subtitle,
    updated: entries[0]?.at ?? '',
    author: { name: 'Qadam' },
    rights,
    link: [
      attributes({ rel: 'self', type: TYPE, href: self }),
      attributes({ rel: 'alternate', type: 'text/html', href: page }),
    ],
    entry: entries.map(entryOf),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

function entryOf({ url, title, at, paragraphs, list }: FeedEntry): Element {
  return {
    id: url,
    title,
    updated: at,
    published: at,
    link: attributes({ rel: 'alternate', type: 'text/html', href: url }),
    content: {
      ...attributes({ type: 'xhtml' }),
      div: {
        ...attributes({ xmlns: XHTML }),
        p: paragraphs,
        ul: list.length > 0 ? { li: list } : null,
      },
    },
  };
}
