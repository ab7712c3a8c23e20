import type { BreakdownDimension } from '../breakdown/index.ts';

/** What a series of others is here. */
export interface KnownSeries {
  readonly indicator: string;
  /** Codes that a dimension may have in it and that are no breakdown of it: the series itself is about them. */
  readonly totals: Readonly<Partial<Record<BreakdownDimension, readonly string[]>>>;
}

const WOMEN = ['F', '_T'];
const WHOLE = { sex: WOMEN };
/** Offices write the age by which they married where the United Nations write who was asked. */
const MARRIED_BEFORE_18 = { sex: WOMEN, age: ['_T', 'Y20T24', 'Y0T17', 'Y0T18', 'Y_LT18'] };
const MARRIED_BEFORE_15 = { sex: WOMEN, age: ['_T', 'Y20T24', 'Y0T14', 'Y0T15', 'Y_LT15'] };
const PARTNER_VIOLENCE = { sex: WOMEN, age: ['_T', 'Y15T49'] };

type Line = readonly [indicator: string, totals: KnownSeries['totals'], ...series: string[]];

/**
 * The series from which the framework's figures come, by the codes of those who publish them: the SDG database of the
 * United Nations, the World Bank, WHO, UNDP, the national offices. Source: exchange.md 3.1; which of them public documents
 * confirm is said in decision 0076.
 */
const SERIES: readonly Line[] = [
  ['A1.6', WHOLE, 'SG_GEN_PARL', 'SG.GEN.PARL.ZS'],
  ['A2.6', WHOLE, 'WBL_Q_SH_LAW', 'SG.LEG.SXHR.EM'],
  ['A2.7', WHOLE, 'WBL_Q_SH_PENALTY', 'SG.PEN.SXHR.EM'],
  ['A3.6', WHOLE, 'KG.5.2.1.2.1'],
  ['A4.2', MARRIED_BEFORE_18, 'SP_DYN_MRBF18', 'SP.M18.2024.FE.ZS'],
  ['A4.3', MARRIED_BEFORE_15, 'SP_DYN_MRBF15', 'SP.M15.2024.FE.ZS'],
  ['A4.6', WHOLE, 'WBL_Q_INHERIT_CHILDREN'],
  ['A4.7', WHOLE, 'WBL_Q_INHERIT_SPOUSES'],
  ['A5.6', {}, 'ADM.DV.REPORTS'],
  ['A5.7', WHOLE, 'WBL_Q_DV_LAW', 'SG.LEG.DVAW'],
  ['A5.8', {}, 'ADM.PO.ISSUED'],
  ['A5.9', WHOLE, 'MINSET_IV_4_7500', 'ADM.POL.WOMEN'],
  ['A5.10', {}, 'KG.5.2.1.3'],
  ['C1', PARTNER_VIOLENCE, 'VC_VAW_MARR', 'SDGIPV12M', 'SG.VAW.1549.ZS', 'WW2020_S_0790'],
  ['C1', { sex: WOMEN, breakdown: ['_L_TVL_PHSVL_SEXHARSS'] }, '_L_KZ_050201_1B'],
  ['C2', PARTNER_VIOLENCE, 'VC_VAW_NONMARR'],
  ['C3', WHOLE, 'KG.5.2.1.1', 'SG.VAW.REAS.ZS'],
  ['C6', WHOLE, 'WBL_INDEX', 'SG.LAW.INDX'],
  ['C7', WHOLE, 'HDR_GII', 'GII'],
];

const BY_CODE: ReadonlyMap<string, KnownSeries> = new Map(
  SERIES.flatMap(([indicator, totals, ...series]) =>
    series.map((code) => [code.toUpperCase(), { indicator, totals }] as const),
  ),
);

/** No code of a series is longer. */
const LONGEST = 40;

/**
 * The shipped indicator that a series of the United Nations, the World Bank, WHO, UNDP or a national office is; null for a
 * series that nobody has said anything of. An officer's own mapping goes before it.
 */
export function knownSeries(code: string): KnownSeries | null {
  const text = code.trim();
  return text.length > LONGEST ? null : (BY_CODE.get(text.toUpperCase()) ?? null);
}
