import {
  countryCodes,
  countryStyle,
  regionColor,
  type CountryCode,
  type Marker,
} from '../theme/countries.ts';

const isCountry = (area: string): area is CountryCode =>
  (countryCodes as readonly string[]).includes(area);

export function areaStyle(area: string): { color: string; marker: Marker } {
  return isCountry(area) ? countryStyle[area] : { color: regionColor, marker: 'circle' };
}

/** How strongly a series is drawn while another one stands out. Its name stays as dark as ever. */
export const dimmed = (area: string, focus: string | null): number =>
  focus === null || focus === area ? 1 : 0.2;
