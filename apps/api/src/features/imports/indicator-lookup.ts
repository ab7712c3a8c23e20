import { normaliseCode } from '@qadam/domain';
import type { ImportIndicator } from './check-context.ts';
import { foldName } from './fold-name.ts';
import { alternativesOf } from './formats/head-words.ts';
import { splitUnit } from './formats/unit-words.ts';
import { remembered } from './remembered.ts';
import { identifier } from '../../standards/dhis2.ts';
import { sdmxId } from '../../standards/sdmx-id.ts';

/** The indicator, if a text names it in several languages: “Протекциялык ордерлер / Охранные ордера / Protection orders”. */
function ofAlternatives(
  text: string,
  byName: ReadonlyMap<string, ImportIndicator>,
): ImportIndicator | undefined {
  const names = alternativesOf(text);
  const found = new Set(names.map((name) => byName.get(foldName(name))));
  return names.length > 1 && found.size === 1 ? [...found][0] : undefined;
}

interface Found {
  indicator: ImportIndicator | null;
  warning: string | null;
}

/**
 * Finds an indicator however a file writes it: by code, by name in any language, or by both: “A5.8 Registered victims”. The
 * tables are prepared once per file and results remembered, as a file names each indicator in thousands of rows.
 */
export function indicatorLookup(indicators: readonly ImportIndicator[]): (text: string) => Found {
  // SDMX and DHIS2 write A4.2 as A4_2
  const byCode = new Map(
    indicators.flatMap((one) => [one.code, sdmxId(one.code)].map((code) => [code, one] as const)),
  );
  // the identifiers that a DHIS2 with our metadata package uses for indicators
  const byIdentifier = new Map(
    indicators.map((one) => [identifier('dataElement', sdmxId(one.code)), one] as const),
  );
  const byName = new Map(
    indicators.flatMap((one) => Object.values(one.name).map((name) => [foldName(name), one])),
  );
  const codelist = [...byCode.keys()];
  return remembered((text) => {
    const own = byIdentifier.get(text.trim());
    if (own) return { indicator: own, warning: null };
    const { code, warnings } = normaliseCode({ text, codelist });
    const [first = ''] = text.trim().split(/[\s:,;–—]/);
    const indicator =
      byCode.get(code ?? '') ??
      byName.get(foldName(text)) ??
      byName.get(foldName(splitUnit(text)?.name ?? '')) ??
      ofAlternatives(text, byName) ??
      byCode.get(first.replace(/\.$/, '')) ??
      null;
    return { indicator, warning: warnings[0] ?? null };
  });
}
