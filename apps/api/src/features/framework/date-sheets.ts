import {
  type FrameworkDifference,
  type FrameworkDocument,
  type FrameworkIndicator,
  TEXT_LANGUAGES,
} from '@qadam/domain';

/** At the desk the day of a sheet's last update is not typed: it is the day on which something of the indicator changed. */
export function dateSheets(
  wanted: FrameworkDocument,
  differences: readonly FrameworkDifference[],
  today = new Date().toISOString().slice(0, 10),
): FrameworkDocument {
  const changed = new Set(
    differences.filter(({ object }) => object === 'INDICATOR').map(({ code }) => code),
  );
  const indicators = wanted.indicators.map((indicator) =>
    changed.has(indicator.code) ? { ...indicator, sheet: dated(indicator, today) } : indicator,
  );
  return { ...wanted, indicators };
}

/** In each language that says anything of the indicator. */
function dated({ name, sheet }: FrameworkIndicator, today: string): FrameworkIndicator['sheet'] {
  const spoken = TEXT_LANGUAGES.filter(
    (lang) => name[lang] !== undefined || sheet[lang] !== undefined,
  );
  return Object.fromEntries(spoken.map((lang) => [lang, { ...sheet[lang], updated: today }]));
}
