import {
  countryCodes,
  countryLook,
  regionColor,
  type CountryCode,
  type Marker,
} from '../theme/countries.ts';

const isCountry = (area: string): area is CountryCode =>
  (countryCodes as readonly string[]).includes(area);

export function areaLook(area: string): { color: string; marker: Marker } {
  return isCountry(area) ? countryLook[area] : { color: regionColor, marker: 'circle' };
}
