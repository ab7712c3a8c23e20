import { languages, type Language } from '@qadam/i18n';

/** One text in the languages it is written in, while it is edited. */
export type Texts = Partial<Record<Language, string>>;
export interface FilledText {
  lang: Language;
  text: string;
}

/** An object with drafts, by language, in place of the named texts. */
export type Drafted<T, K extends keyof T> = Omit<T, K> & Record<K, Texts>;

export function draftOf(texts: readonly FilledText[]): Texts {
  return Object.fromEntries(texts.map(({ lang, text }) => [lang, text]));
}

/** The texts to send: without empty ones. */
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

/** The object to send, without the type name that the cache added and that an input does not have. */
export function filled<T extends Record<K, Texts>, K extends keyof T>(
  object: T,
  ...keys: K[]
): Omit<T, K> & Record<K, FilledText[]> {
  const texts = Object.fromEntries(keys.map((key) => [key, filledTexts(object[key])]));
  const rest = { ...object, ...(texts as Record<K, FilledText[]>) };
  Reflect.deleteProperty(rest, '__typename');
  return rest;
}
