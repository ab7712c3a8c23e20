import type { Language } from './languages.ts';

/** A word of the field as official or established texts use it. Without a source, the word is the product's own choice. */
export interface Term extends Record<Language, string> {
  id: string;
  source: Partial<Record<Language, string>>;
  /** Words that must not be used instead, as patterns: they mean something else or are spelled differently. */
  avoid?: Partial<Record<Language, readonly string[]>>;
}

export async function loadGlossary(): Promise<readonly Term[]> {
  const glossary = await import('./glossary.json', { with: { type: 'json' } });
  return glossary.default;
}

/** The words of a text that the glossary rejects, each with the term to use instead. */
export function rejectedWords(
  glossary: readonly Term[],
  lang: Language,
  text: string,
): { word: string; instead: string }[] {
  return glossary.flatMap((term) =>
    (term.avoid?.[lang] ?? []).flatMap((pattern) => {
      const [word] = new RegExp(pattern, 'iu').exec(text) ?? [];
      return word === undefined ? [] : [{ word, instead: term[lang] }];
    }),
  );
}
