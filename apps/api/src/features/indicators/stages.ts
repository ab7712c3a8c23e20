import type { Language } from '../../graphql/enums.ts';
import { type LocalText, pickText } from '../../graphql/local-text.type.ts';

/** The steps of a milestone in one language; each step falls back for itself. */
export function stageTexts(
  stages: Record<string, string[]> | null,
  lang: Language,
): LocalText[] | null {
  if (stages === null) return null;
  const steps = Math.max(...Object.values(stages).map((texts) => texts.length));
  return Array.from({ length: steps }, (_, step) =>
    pickText(
      Object.fromEntries(
        Object.entries(stages).flatMap(([language, texts]) => {
          const text = texts[step];
          return text === undefined ? [] : [[language, text]];
        }),
      ),
      lang,
    ),
  );
}
