import { hash } from 'node:crypto';

export const sha256 = (text: string | Buffer): string => hash('sha256', text, 'base64');

const entities: Record<string, string> = {
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#x27;': "'",
};

/** Hashes of our own inline scripts in pages. */
const scripts = new Set<string>();

/** Hashes of the style elements sent so far: after a client-side navigation the browser may add those of another page. */
const elements = new Set<string>();

const source = (text: string): string => `'sha256-${sha256(text)}'`;

/** A script element that the policy of every page allows. Use it only for text from a file of ours, never for page content. */
export function inlineScript(text: string): string {
  scripts.add(source(text));
  return `<script>${text}</script>`;
}

/** The hashes of a page's style attributes; its style elements are noted for every page. */
export function noteStyles(html: string): string {
  for (const [, css = ''] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g))
    elements.add(source(css));
  const attributes = [...html.matchAll(/ style="([^"]*)"/g)].map(([, css = '']) =>
    css.replace(/&(?:quot|amp|lt|gt|#x27);/g, (entity) => entities[entity] ?? entity),
  );
  return [...new Set(attributes)].map(source).join(' ');
}

/**
 * The content security policy of a page. Styles and inline scripts are named by hash, so that a page can be stored, compressed once and revalidated;
 * only signed-in documents, which are never stored, carry a nonce for the style elements that Mantine makes at run time.
 */
export function contentPolicy(
  attributes: string,
  { nonce, framed = false }: { nonce?: string; framed?: boolean } = {},
): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    `style-src 'self' ${[...elements].join(' ')}${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    attributes === '' ? "style-src-attr 'none'" : `style-src-attr 'unsafe-hashes' ${attributes}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ].join('; ');
}
