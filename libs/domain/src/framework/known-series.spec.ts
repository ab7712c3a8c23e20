import { expect, test } from '@jest/globals';
import { knownSeries } from './known-series.ts';

test.each([
  ['SP_DYN_MRBF18', 'A4.2'],
  ['SG.GEN.PARL.ZS', 'A1.6'],
  ['gii', 'C7'],
  ['WB_WDI_SG_GEN_PARL_ZS', 'A1.6'],
  [' SDGIPV12M ', 'C1'],
  ['_L_KZ_050201_1B', 'C1'],
  ['_L_KG_050201_1B', 'A5.10'],
  ['Доля мест, занимаемых женщинами в национальных парламентах', 'A1.6'],
  ['Proportion of seats held by women in national parliaments (%)', 'A1.6'],
])('%s is %s', (series, indicator) => {
  expect(knownSeries(series)?.indicator).toBe(indicator);
});

test.each([
  '',
  'SH_STA_WAST',
  'constructor',
  'x'.repeat(1000),
  // the title does not say of which sex and age; only its table does
  'Процентная доля вступивших в (не)официальный брак до 18 лет',
])('“%s” is none of ours', (series) => {
  expect(knownSeries(series)).toBeNull();
});
