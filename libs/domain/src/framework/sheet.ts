/**
 * The texts of an indicator's metadata sheet, in the order in which they are shown. Source: methods.md 6.1, after the metadata
 * structure of the SDG indicators (SDG_MSD 1.0), without those that are fields of the indicator (unit, direction …).
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

export const isSheetKey = (key: string): key is SheetKey => SHEET_KEYS.some((one) => one === key);

const OPTIONAL = ['classifications', 'quality', 'adjustment', 'imputation', 'mandate', 'contact'];

/** The texts that methods.md 6.1 prints in bold, and three more that the shipped framework has for every indicator. */
export const MANDATORY_SHEET_KEYS: readonly SheetKey[] = SHEET_KEYS.filter(
  (key) => !OPTIONAL.includes(key),
);

type LocalTexts<L extends string> = Readonly<Partial<Record<L, string>>>;

interface Described<L extends string> {
  name: LocalTexts<L>;
  definition: LocalTexts<L>;
  unitText: LocalTexts<L>;
  /** The elements of a law; empty for any other indicator. */
  elements: readonly { name: LocalTexts<L>; definition: LocalTexts<L> }[];
  sheet: Readonly<Partial<Record<L, Readonly<Partial<Record<SheetKey, string>>>>>>;
}

export interface SheetCompleteness {
  filled: number;
  total: number;
  /** `name`, `definition`, `unitText`, `elements` or a key of the sheet. */
  missing: string[];
}

/**
 * How many of the mandatory texts of an indicator are written in one language. A blank text does not count; the elements of a law
 * count as one text, which is written if all of them are named and defined.
 */
export function sheetCompleteness<L extends string>(
  indicator: Described<L>,
  lang: L,
): SheetCompleteness {
  const parts = indicator.elements.flatMap(({ name, definition }) => [
    name[lang],
    definition[lang],
  ]);
  const written: Record<string, boolean> = {
    name: isSaid(indicator.name[lang]),
    definition: isSaid(indicator.definition[lang]),
    unitText: isSaid(indicator.unitText[lang]),
    ...(parts.length > 0 ? { elements: parts.every(isSaid) } : {}),
  };
  for (const key of MANDATORY_SHEET_KEYS) written[key] = isSaid(indicator.sheet[lang]?.[key]);
  const missing = Object.keys(written).filter((key) => written[key] !== true);
  const total = Object.keys(written).length;
  return { filled: total - missing.length, total, missing };
}

const isSaid = (text: string | undefined): boolean => (text ?? '').trim() !== '';
