import { isLanguage } from '@qadam/i18n';
import { pickText, type Texts } from '../../../graphql/local-text.type.ts';

/**
 * As xmlbuilder2 takes them: attributes with an @, children by name, in the order of the schema. What is null, and a list of
 * nothing, is not written.
 */
export type Element = Readonly<Record<string, unknown>>;

/** An element as text. Characters that XML cannot hold are left out. The library comes with the first that is asked for: it takes 5 MB. */
export async function toXml(name: string, content: Element): Promise<string> {
  const { fragment } = await import('xmlbuilder2');
  return fragment({ invalidCharReplacement: '' }, { [name]: content }).toString({
    prettyPrint: true,
  });
}

export const attributes = (values: Readonly<Record<string, string | number | null>>): Element =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`@${name}`, value]));

/** A narrative for each language there is; the language of the activity, English, is not named again. */
export function narratives(texts: Texts): Element {
  const written = Object.entries(texts).filter(([, text]) => text !== '');
  return {
    narrative: written.map(([lang, text]) =>
      lang === 'en' ? { '#': text } : { '@xml:lang': lang, '#': text },
    ),
  };
}

/** Several texts of one element as one, language by language; a part that a language lacks is told in the one its readers read next. */
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
