/** The four countries in the one order used everywhere, and how their series look: colour, marker and dash differ. */
export const countryCodes = ['KAZ', 'KGZ', 'TJK', 'UZB'] as const;
/** With the code of the region (the four together), last in every list. */
export const areaCodes = [...countryCodes, 'CA4'] as const;
export type CountryCode = (typeof countryCodes)[number];
export type Marker = 'circle' | 'square' | 'triangle' | 'diamond';

export const countryStyle: Record<CountryCode, { color: string; marker: Marker; dash: string }> = {
  KAZ: { color: 'var(--kaz)', marker: 'circle', dash: '' },
  KGZ: { color: 'var(--kgz)', marker: 'square', dash: '7 3' },
  TJK: { color: 'var(--tjk)', marker: 'triangle', dash: '2 3' },
  UZB: { color: 'var(--uzb)', marker: 'diamond', dash: '9 3 2 3' },
};
/** The colour of the series for the whole region. */
export const regionColor = 'var(--ca4)';
