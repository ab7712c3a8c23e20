import type { TFunction } from 'i18next';

/** The licence of what the reporting bodies themselves sent. */
export const OWN_LICENCE = 'CC BY 4.0';

/** Those licences of the shipped sources that are sentences. A licence with a name, like CC BY 4.0, has the same name in every language. */
export const sentences = {
  'facts with attribution': 'facts',
  'publisher’s copyright; single facts cited with attribution': 'quoted',
  'UN terms of use: free use with attribution': 'un',
} as const;

const isSentence = (licence: string): licence is keyof typeof sentences =>
  Object.hasOwn(sentences, licence);

/** What a source allows, in the reader's language where it is one of these sentences; else as it was entered, in English. */
export function licenceText(t: TFunction, licence: string): { text: string; lang?: 'en' } {
  return isSentence(licence)
    ? { text: t(`sources.licence.${sentences[licence]}`) }
    : { text: licence, lang: 'en' };
}
