import { languages, type Language } from '@qadam/i18n';

/** One text in the languages it is written in, while it is edited. */
export type Texts = Partial<Record<Language, string>>;
export interface FilledText {
  lang: Language;
  text: string;
}

/** What is edited: with the named texts by language. */
export type Drafted<T, K extends keyof T> = Omit<T, K> & Record<K, Texts>;

export function draftOf(texts: readonly FilledText[]): Texts {
  return Object.fromEntries(texts.map(({ lang, text }) => [lang, text]));
}

/** A text that was emptied is not sent. */
export function filledTexts(texts: Texts): FilledText[] {
  return languages.flatMap((lang) => {
    const text = (texts[lang] ?? '').trim();
    return text === '' ? [] : [{ lang, text }];
  });
}

export function drafted<T extends Record<K, readonly FilledText[]>, K extends keyof T>(
  object: T,
  ...keys: K[]
): Drafted<T, K> {
  const texts = Object.fromEntries(keys.map((key) => [key, draftOf(object[key])]));
  return { ...object, ...(texts as Record<K, Texts>) };
}

/** What is sent of it. The cache has added the name of the type, which an input does not know. */
export function filled<T extends Record<K, Texts>, K extends keyof T>(
  object: T,
  ...keys: K[]
): Omit<T, K> & Record<K, FilledText[]> {
  const texts = Object.fromEntries(keys.map((key) => [key, filledTexts(object[key])]));
  const rest = { ...object, ...(texts as Record<K, FilledText[]>) };
  Reflect.deleteProperty(rest, '__typename');
  return rest;
}
