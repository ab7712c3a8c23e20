import { isLanguage } from '@qadam/i18n';
import { pickText, type Texts } from '../../../graphql/local-text.type.ts';
import { escaped, opening } from '../markup.ts';

/** The content of an element: attributes with an @, the text as #, children by name, in the order of the schema. */
export interface Element {
  readonly '#'?: Text;
  readonly [attribute: `@${string}`]: Text;
  readonly [name: string]: Content;
}
type Text = string | number | boolean | null | undefined;
type Content = Text | Element | readonly Content[];

/** An element on lines of its own: its text, then its children. null and empty lists are not written. */
export function toXml(name: string, content: Content, indent = ''): string {
  if (content === null || content === undefined) return '';
  if (isList(content)) {
    const all = content.map((one) => toXml(name, one, indent));
    return all.filter((one) => one !== '').join('\n');
  }
  if (typeof content !== 'object') return toXml(name, { '#': content }, indent);
  const attributes: Record<string, string> = {};
  const children: string[] = [];
  let text = '';
  for (const [key, value] of Object.entries(content)) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'object') children.push(toXml(key, value, `${indent}  `));
    else if (key === '#') text = escaped(String(value));
    else if (key.startsWith('@')) attributes[key.slice(1)] = String(value);
    else children.push(toXml(key, value, `${indent}  `));
  }
  const inside = children.filter((child) => child !== '');
  const start = indent + opening(name, attributes);
  if (inside.length > 0) return `${start}${text}\n${inside.join('\n')}\n${indent}</${name}>`;
  return text === '' ? `${start.slice(0, -1)}/>` : `${start}${text}</${name}>`;
}

/** The beginning of an element that more children are written into: without the lines that end it and its parents. */
export const withoutEnds = (xml: string, lines: number): string =>
  [...xml.split('\n').slice(0, -lines), ''].join('\n');

/** Array.isArray does not narrow to readonly arrays. */
const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

export const attributes = (values: Readonly<Record<string, string | number | null>>): Element =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`@${name}`, value]));

/** One narrative for each language; English is the language of the activity and is not named again. */
export function narratives(texts: Texts): Element {
  const written = Object.entries(texts).filter(([, text]) => text !== '');
  return {
    narrative: written.map(([lang, text]) =>
      lang === 'en' ? { '#': text } : { '@xml:lang': lang, '#': text },
    ),
  };
}

/** Joins several texts into one, language by language. A part that a language lacks is given in the language that its readers read next. */
export function joined(parts: readonly (Texts | null)[]): Texts {
  const there = parts.filter((part) => part !== null);
  const languages = [...new Set(there.flatMap((part) => Object.keys(part)))];
  return Object.fromEntries(
    languages.map((lang) => [
      lang,
      there
        .map((part) => (isLanguage(lang) ? pickText(part, lang).text : ''))
        .filter((text) => text !== '')
        .join(' '),
    ]),
  );
}
