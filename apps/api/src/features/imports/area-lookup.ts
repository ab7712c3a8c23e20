import { cleanText, countryNames, foldText, normaliseCode } from '@qadam/domain';
import { languages } from '@qadam/i18n';
import countries from 'i18n-iso-countries/index.js';
import type { Texts } from '../../graphql/local-text.type.ts';
import { identifier } from '../../standards/dhis2.ts';
import { remembered } from './remembered.ts';

// only our six languages: the package's own entry point loads the names in eighty, in every thread
const named = await Promise.all([
  import('i18n-iso-countries/langs/en.json', { with: { type: 'json' } }),
  import('i18n-iso-countries/langs/ru.json', { with: { type: 'json' } }),
  import('i18n-iso-countries/langs/kk.json', { with: { type: 'json' } }),
  import('i18n-iso-countries/langs/ky.json', { with: { type: 'json' } }),
  import('i18n-iso-countries/langs/tg.json', { with: { type: 'json' } }),
  import('i18n-iso-countries/langs/uz.json', { with: { type: 'json' } }),
]);
for (const { default: names } of named) countries.registerLocale(names);

export interface Area {
  code: string;
  /** ISO 3166 alpha-2 and the M49 number; null for a group of countries. */
  iso2: string | null;
  m49: string | null;
  names: Texts;
}

/** No country name is longer. */
const LONGEST = 200;

const fold = (name: string): string => foldText(cleanText(name.slice(0, LONGEST)));

let worldByName: ReadonlyMap<string, string> | undefined;

/** From the name of any country of the world, in any of our languages, to its ISO 3166 alpha-3 code: a file may be about any of them. */
function namesOfTheWorld(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of languages) {
    const short = new Intl.DisplayNames(language, { type: 'region' });
    const long = countries.getNames(language, { select: 'all' });
    for (const [alpha2, alpha3] of Object.entries(countries.getAlpha2Codes())) {
      for (const name of [short.of(alpha2) ?? alpha2, ...(long[alpha2] ?? [])])
        names.set(fold(name), alpha3);
    }
  }
  return names;
}

/** Finds a country however a file writes it: by ISO 3166 or M49 code, or by its short or official name in any language. */
export function areaLookup(areas: readonly Area[]) {
  const byCode = new Map(
    areas.flatMap(({ code, iso2, m49 }) =>
      [code, iso2, m49].flatMap((one) => (one === null ? [] : [[one, code] as const])),
    ),
  );
  // the identifiers that a DHIS2 with our metadata package uses for countries
  const byUnit = new Map(
    areas.map(({ code, iso2 }) => [identifier('organisationUnit', iso2 ?? code), code] as const),
  );
  const codelist = [...byCode.keys()];
  const byName = new Map(
    areas.flatMap(({ code, names }) =>
      [...Object.values(names), ...countryNames(code)].map((name) => [fold(name), code] as const),
    ),
  );
  const named = (text: string): string | undefined =>
    byName.get(fold(text)) ?? (worldByName ??= namesOfTheWorld()).get(fold(text));

  /** Our code of the country, else its ISO 3166 alpha-3 code; null: not a country. Remembered, as a file names each country in thousands of rows. */
  const find = remembered((text): string | null => {
    const clean = cleanText(text.slice(0, LONGEST));
    const unit = byUnit.get(clean);
    if (unit !== undefined) return unit;
    const own = normaliseCode({ text: clean, codelist }).code;
    return byCode.get(own ?? '') ?? named(clean) ?? alpha3Of(clean) ?? null;
  });

  /** Does the text name a country beyond doubt? Two letters, a number, or three letters that are not the code of our countries may be anything. */
  function isNamed(text: string): boolean {
    const code = find(text);
    if (code === null) return false;
    const isOurCode = byCode.has(code) && /^\p{L}{3}$/u.test(text.trim());
    return isOurCode || named(text) !== undefined;
  }
  return { find, isNamed };
}

const WORLD_CODES = Object.keys(countries.getAlpha3Codes());

/** The alpha-3 code for the code of any country, look-alike letters included. In small letters the text is taken for a word (per, and). */
function alpha3Of(text: string): string | undefined {
  const { code, warnings } = normaliseCode({ text, codelist: WORLD_CODES });
  if (code !== null && !warnings.includes('CASE_FIXED')) return code;
  return /^[A-Z]{2}$/.test(text) ? countries.alpha2ToAlpha3(text) : undefined;
}
