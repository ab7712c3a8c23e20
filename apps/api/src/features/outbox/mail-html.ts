import { languageTag, type Language } from '@qadam/i18n';

interface Parts {
  greeting: string;
  lines: readonly string[];
  open: string;
  link: string;
  footer: string;
  /** How to unsubscribe from mails that the reader asked for. */
  stop?: { words: string; link: string };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const paragraph = (html: string): string => `<p>${html}</p>`;

/** Paragraphs and one link, no picture and nothing loaded, so that opening a mail is not tracked. */
export function mailHtml(
  language: Language,
  { greeting, lines, open, link, footer, stop }: Parts,
): string {
  const address = escape(link);
  const end = stop ? ` <a href="${escape(stop.link)}">${escape(stop.words)}</a>` : '';
  const body = [
    ...[greeting, ...lines].map((line) => paragraph(escape(line))),
    paragraph(`${escape(open)} <a href="${address}">${address}</a>`),
    `<hr>${paragraph(`<small>${escape(footer)}${end}</small>`)}`,
  ].join('\n');
  return `<!doctype html>
<html lang="${languageTag(language)}">
<head><meta charset="utf-8"></head>
<body>
${body}
</body>
</html>
`;
}
