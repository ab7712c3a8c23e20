import { type LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';

/** Steps of a ladder, each in the language that all of them are in. */
export function pickStages(
  stages: Record<string, string[]> | null,
  lang: Language,
): LocalText[] | null {
  if (stages === null) return null;
  const count = Math.max(0, ...Object.values(stages).map((list) => list.length));
  return Array.from({ length: count }, (_, step) =>
    pickText(
      Object.fromEntries(Object.entries(stages).map(([code, list]) => [code, list[step] ?? ''])),
      lang,
    ),
  );
}

/** The object with its texts chosen: `localized(row, lang, 'name', 'unitText')`. */
export function localized<T extends object, K extends keyof T>(
  row: T,
  lang: Language,
  ...keys: K[]
): Omit<T, K> & Record<K, LocalText> {
  const texts = Object.fromEntries(
    keys.map((key) => [key, pickText(row[key] as Texts, lang)]),
  ) as Record<K, LocalText>;
  return { ...row, ...texts };
}
