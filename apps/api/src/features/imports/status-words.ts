/** How the status list of the template words each SDMX code; the first word of a language is what is written. */
export const STATUS_WORDS: Readonly<Record<string, Readonly<{ en: string; ru: string }>>> = {
  A: { en: 'Normal value', ru: 'Обычное значение' },
  P: { en: 'Provisional', ru: 'Предварительное' },
  E: { en: 'Estimated', ru: 'Оценка' },
  B: { en: 'Break in the series', ru: 'Разрыв ряда' },
  U: { en: 'Low reliability', ru: 'Низкая надёжность' },
  L: { en: 'Not collected', ru: 'Не собирается' },
  O: { en: 'Exists, not shared', ru: 'Есть, но не передано' },
  M: { en: 'Not applicable', ru: 'Неприменимо' },
  Q: { en: 'Suppressed', ru: 'Скрыто' },
};

const CODE_OF = new Map(
  Object.entries(STATUS_WORDS).flatMap(([code, words]) => [
    [code.toLowerCase(), code] as const,
    ...Object.values(words).map((word) => [word.toLowerCase(), code] as const),
  ]),
);
const REASONS = { NOT_COLLECTED: 'L', NOT_SHARED: 'O', NOT_APPLICABLE: 'M', SUPPRESSED: 'Q' };

/** The SDMX code of a status: null where none is given, undefined where it is not known. */
export function statusOf(text: string): string | null | undefined {
  const word = text.trim();
  if (word === '') return null;
  const reason = Object.entries(REASONS).find(([name]) => name === word.toUpperCase());
  if (reason) return reason[1];
  // any other single letter is a code of CL_OBS_STATUS, and whether it is one of ours is asked later
  return CODE_OF.get(word.toLowerCase()) ?? (/^[A-Z]$/.test(word) ? word : undefined);
}
