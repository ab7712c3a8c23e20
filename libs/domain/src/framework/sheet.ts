/**
 * The texts of an indicator's metadata sheet, in the order in which a reader meets them. Source: methods.md 6.1, after the
 * metadata structure of the SDG indicators (SDG_MSD 1.0); what has a field of its own (unit, direction …) is not among them.
 */
export const SHEET_KEYS = [
  'rationale',
  'computation',
  'source',
  'sourceType',
  'collection',
  'frequency',
  'provider',
  'compiler',
  'validation',
  'disaggregation',
  'classifications',
  'comparability',
  'limitations',
  'quality',
  'adjustment',
  'imputation',
  'mandate',
  'contact',
  'documentation',
  'updated',
] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** What methods.md 6.1 prints in bold, and the three that the shipped framework has for every indicator besides. */
export const MANDATORY_SHEET_KEYS = [
  'rationale',
  'computation',
  'source',
  'sourceType',
  'collection',
  'frequency',
  'provider',
  'compiler',
  'validation',
  'disaggregation',
  'comparability',
  'limitations',
  'documentation',
  'updated',
] as const satisfies readonly SheetKey[];

interface Described<L extends string> {
  name: Readonly<Partial<Record<L, string>>>;
  definition: Readonly<Partial<Record<L, string>>>;
  unitText: Readonly<Partial<Record<L, string>>>;
  sheet: Readonly<Partial<Record<L, Readonly<Partial<Record<SheetKey, string>>>>>>;
}

export interface SheetCompleteness {
  filled: number;
  total: number;
  /** `name`, `definition`, `unitText` or a key of the sheet. */
  missing: string[];
}

/** How much of what must be said of an indicator is said in one language. A blank text says nothing. */
export function sheetCompleteness<L extends string>(
  indicator: Described<L>,
  lang: L,
): SheetCompleteness {
  const said: Record<string, string | undefined> = {
    name: indicator.name[lang],
    definition: indicator.definition[lang],
    unitText: indicator.unitText[lang],
  };
  for (const key of MANDATORY_SHEET_KEYS) said[key] = indicator.sheet[lang]?.[key];
  const missing = Object.keys(said).filter((key) => (said[key] ?? '').trim() === '');
  const total = Object.keys(said).length;
  return { filled: total - missing.length, total, missing };
}
