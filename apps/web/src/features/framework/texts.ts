import { languages, type Language } from '@qadam/i18n';

/** One text in the languages it is written in, while it is edited. */
export type Texts = Partial<Record<Language, string>>;
interface FilledText {
  lang: Language;
  text: string;
}

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
