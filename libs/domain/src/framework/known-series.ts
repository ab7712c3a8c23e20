import type { BreakdownDimension } from '../breakdown/index.ts';
import { foldText } from '../parsing/fold-text.ts';

/** Which indicator an external series is. */
export interface KnownSeries {
  readonly indicator: string;
  /** Codes that a dimension may have without breaking the figure down, because the whole series is about them. */
  readonly totals: Readonly<Partial<Record<BreakdownDimension, readonly string[]>>>;
}

const WOMEN = ['F', '_T'];
const WHOLE = { sex: WOMEN };
/** As the age, offices give the age before which the women married, and the United Nations the age of the women asked. */
const MARRIED_BEFORE_18 = { sex: WOMEN, age: ['_T', 'Y20T24', 'Y0T17', 'Y0T18', 'Y_LT18'] };
const MARRIED_BEFORE_15 = { sex: WOMEN, age: ['_T', 'Y20T24', 'Y0T14', 'Y0T15', 'Y_LT15'] };
const PARTNER_VIOLENCE = { sex: WOMEN, age: ['_T', 'Y15T49'] };

type Line = readonly [indicator: string, totals: KnownSeries['totals'], ...series: string[]];

/**
 * The series from which the framework's figures come, by the codes of their publishers: the SDG database of the United
 * Nations, the World Bank, WHO, UNDP, the national offices. Source: exchange.md 3.1; decision 0076 says which of them public
 * documents confirm.
 */
const SERIES: readonly Line[] = [
  ['A1.6', WHOLE, 'SG_GEN_PARL', 'SG.GEN.PARL.ZS'],
  ['A2.6', WHOLE, 'WBL_Q_SH_LAW', 'SG.LEG.SXHR.EM'],
  ['A2.7', WHOLE, 'WBL_Q_SH_PENALTY', 'SG.PEN.SXHR.EM'],
  ['A3.6', WHOLE, 'KG.5.2.1.2.1', '_L_KG_050201_1A1'],
  ['A4.2', MARRIED_BEFORE_18, 'SP_DYN_MRBF18', 'SP.M18.2024.FE.ZS'],
  ['A4.3', MARRIED_BEFORE_15, 'SP_DYN_MRBF15', 'SP.M15.2024.FE.ZS'],
  ['A4.6', WHOLE, 'WBL_Q_INHERIT_CHILDREN'],
  ['A4.7', WHOLE, 'WBL_Q_INHERIT_SPOUSES'],
  ['A5.6', {}, 'ADM.DV.REPORTS'],
  ['A5.7', WHOLE, 'WBL_Q_DV_LAW', 'SG.LEG.DVAW'],
  ['A5.8', {}, 'ADM.PO.ISSUED'],
  ['A5.9', WHOLE, 'MINSET_IV_4_7500', 'ADM.POL.WOMEN'],
  ['A5.10', {}, 'KG.5.2.1.3', '_L_KG_050201_1B'],
  ['C1', PARTNER_VIOLENCE, 'VC_VAW_MARR', 'SDGIPV12M', 'SG.VAW.1549.ZS', 'WW2020_S_0790'],
  ['C1', { sex: WOMEN, breakdown: ['_L_TVL_PHSVL_SEXHARSS'] }, '_L_KZ_050201_1B'],
  ['C2', PARTNER_VIOLENCE, 'VC_VAW_NONMARR'],
  ['C3', WHOLE, 'KG.5.2.1.1', '_L_KG_050201_1', 'SG.VAW.REAS.ZS'],
  ['C6', WHOLE, 'WBL_INDEX', 'SG.LAW.INDX'],
  ['C7', WHOLE, 'HDR_GII', 'GII'],
];

/**
 * The same series by the names that tables without codes give them: the yearbooks of the Kyrgyz office in its three languages, the
 * World Bank and the United Nations. Only names that say without their table what is measured.
 */
const NAMES: readonly Line[] = [
  [
    'A1.6',
    WHOLE,
    'Proportion of seats held by women in national parliaments (%)',
    'Proportion of seats held by women in national parliaments (% of total number of seats)',
    'Percentage of seats held by women in national parliaments',
    'Доля мест, занимаемых женщинами в национальных парламентах',
    'Улуттук парламенттердеги аялдардын орундарынын үлүшү',
  ],
  [
    'A4.2',
    MARRIED_BEFORE_18,
    'Proportion of women aged 20-24 years who were married or in a union before age 18 (%)',
    'Women who were first married by age 18 (% of women ages 20-24)',
  ],
  [
    'A4.3',
    MARRIED_BEFORE_15,
    'Proportion of women aged 20-24 years who were married or in a union before age 15 (%)',
    'Women who were first married by age 15 (% of women ages 20-24)',
  ],
  [
    'A5.10',
    {},
    'Number of victims of domestic violence by gender, age group, level of education and occupation',
    'Число пострадавших от семейного насилия по полу, возрастным группам, уровню образования и роду занятий',
    'Жынысы, курактык топтор, билим деңгээли жана иши боюнча үй-бүлөлүк зомбулуктан жабыр тарткандардын саны',
  ],
  [
    'C1',
    PARTNER_VIOLENCE,
    'Proportion of ever-partnered women and girls subjected to physical and/or sexual violence by a current or former intimate partner in the previous 12 months, by age (%)',
  ],
  ['C6', WHOLE, 'Women Business and the Law Index Score (scale 1-100)'],
  ['C7', WHOLE, 'Gender Inequality Index (value)'],
];

const known = (lines: readonly Line[], keyOf: (series: string) => string) =>
  new Map<string, KnownSeries>(
    lines.flatMap(([indicator, totals, ...series]) =>
      series.map((one) => [keyOf(one), { indicator, totals }] as const),
    ),
  );

/** Data360 of the World Bank writes SG.GEN.PARL.ZS as WB_WDI_SG_GEN_PARL_ZS. */
const codeOf = (series: string): string =>
  series
    .toUpperCase()
    .replace(/^WB_[A-Z]{2,6}_/, '')
    .replaceAll('.', '_');

const BY_CODE = known(SERIES, codeOf);
const BY_NAME = known(NAMES, foldText);

/** No code and no name of a series is longer. */
const LONGEST_CODE = 40;
const LONGEST_NAME = 200;

/**
 * The shipped indicator that a series of the United Nations, the World Bank, WHO, UNDP or a national office is, by its code or
 * name; null for a series that is not listed above. Where an officer has mapped a series, that mapping is used instead.
 */
export function knownSeries(series: string): KnownSeries | null {
  const text = series.trim();
  if (text.length > LONGEST_NAME) return null;
  const ofCode = text.length > LONGEST_CODE ? undefined : BY_CODE.get(codeOf(text));
  return ofCode ?? BY_NAME.get(foldText(text)) ?? null;
}
