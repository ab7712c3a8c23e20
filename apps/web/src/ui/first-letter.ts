import { languageTag, type Language } from '@qadam/i18n';

/** A name that stands alone begins with a capital; within a sentence it does not. */
export const lowerFirst = ({ lang, text }: { lang: Language; text: string }): string =>
  text.charAt(0).toLocaleLowerCase(languageTag(lang)) + text.slice(1);

/** For a text that now begins a sentence. Not in the language of the reader's computer: in Turkish, "i" would become "İ". */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
