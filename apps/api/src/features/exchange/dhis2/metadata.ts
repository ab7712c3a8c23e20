import type { EntityManager } from '@mikro-orm/postgresql';
import { languages } from '@qadam/i18n';
import { publicDb } from '../../../database/db.ts';
import type { Texts } from '../../../graphql/local-text.type.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import { areaId } from '../sdmx/code-lists.ts';
import type { OpenRelease } from '../sdmx/sdmx.service.ts';
import { categoriesOf, DATA_SET } from './values.ts';
import { CATEGORIES, comboCode, identifier, type Dhis2Kind } from '../../../standards/dhis2.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

type Category = keyof typeof CATEGORIES;

/** Every combination of breakdowns for which the release has a figure. */
export const readCombinations = (em: EntityManager, release: number) =>
  publicDb(em)
    .selectFrom(rowsAsOf('value', release).as('v'))
    .select(['v.sex', 'v.age', 'v.urbanisation', 'v.breakdown'])
    .distinct()
    .where('v.value', 'is not', null)
    .orderBy('v.sex')
    .orderBy('v.age')
    .orderBy('v.urbanisation')
    .orderBy('v.breakdown')
    .execute();
type Combination = Awaited<ReturnType<typeof readCombinations>>[number];

const reference = (kind: Dhis2Kind, code: string) => ({ id: identifier(kind, code) });

/** DHIS2 allows 50 characters for a short name and 230 for a name. */
const SHORT = 50;
const LONG = 230;

/** A name in English with its translations; the code in front tells apart names that begin with the same words. */
function named(kind: Dhis2Kind, code: string, names: Texts) {
  const name = (lang: string) => `${code}: ${names[lang] ?? names['en'] ?? code}`;
  return {
    ...{ id: identifier(kind, code), code },
    name: name('en').slice(0, LONG),
    shortName: name('en').slice(0, SHORT),
    translations: languages
      .filter((lang) => lang !== 'en' && names[lang] !== undefined)
      .flatMap((locale) => [
        { property: 'NAME', locale, value: name(locale).slice(0, LONG) },
        { property: 'SHORT_NAME', locale, value: name(locale).slice(0, SHORT) },
      ]),
  };
}

/**
 * The metadata that a DHIS2 must import (POST /api/metadata) before it takes the values of /dhis2/dataValueSets.json. Identifiers are derived from
 * the codes, so the package of a later release updates what is there and duplicates nothing. Data elements have the default combination of
 * categories, because every indicator has figures that are not broken down; a broken-down figure names its own combination.
 */
export function metadataPackage(
  { contents, domain, lists, release, texts }: OpenRelease,
  combinations: readonly Combination[],
) {
  const nameOf = (list: string, code: string): Texts => lists.get(list)?.get(code) ?? { en: code };
  const parts = combinations.map(categoriesOf);
  const broken = parts.filter((categories) => Object.keys(categories).length > 0);
  const optionsOf = (category: string) =>
    [...new Set(broken.flatMap((categories) => categories[category] ?? []))].sort();
  const used = (Object.keys(CATEGORIES) as Category[]).filter(
    (category) => optionsOf(category).length > 0,
  );
  const optionCode = (category: string, option: string) => `${category}_${option}`;
  const sets = [...new Set(broken.map((categories) => Object.keys(categories).join('.')))].sort();
  const indicators = [...contents.indicators.values()];
  const areas = [...contents.areas.values()];
  const whole = areas.find(({ kind }) => kind !== 'COUNTRY');
  const unit = (code: string, names: Texts, parent?: string) => ({
    ...named('organisationUnit', code, names),
    openingDate: '1991-01-01',
    ...(parent === undefined ? {} : { parent: reference('organisationUnit', parent) }),
  });
  const units = [
    ...areas.map((area) => {
      const isTop = area === whole || whole === undefined;
      return unit(areaId(area), area.names, isTop ? undefined : areaId(whole));
    }),
    // the first two letters of an ISO 3166-2 code are the country
    ...domain.regions.map((region) => unit(region, nameOf('CL_AREA', region), region.slice(0, 2))),
  ];
  const system = { date: release.publishedAt };
  return {
    system,
    organisationUnits: units,
    categoryOptions: used.flatMap((category) =>
      optionsOf(category).map((option) =>
        named('categoryOption', optionCode(category, option), nameOf(`CL_${category}`, option)),
      ),
    ),
    categories: used.map((category) => ({
      ...named('category', category, texts.of('concepts', conceptOf(category))),
      dataDimensionType: 'DISAGGREGATION',
      categoryOptions: optionsOf(category).map((option) =>
        reference('categoryOption', optionCode(category, option)),
      ),
    })),
    categoryCombos: sets.map((set) => ({
      ...{ id: identifier('categoryCombo', set), code: set, name: set.replaceAll('.', ', ') },
      dataDimensionType: 'DISAGGREGATION',
      categories: set.split('.').map((category) => reference('category', category)),
    })),
    categoryOptionCombos: broken.map((categories) => {
      const code = comboCode(categories);
      return {
        ...{ id: identifier('categoryOptionCombo', code), code, name: code },
        categoryCombo: reference('categoryCombo', Object.keys(categories).join('.')),
        categoryOptions: Object.entries(categories).map(([category, option]) =>
          reference('categoryOption', optionCode(category, option)),
        ),
      };
    }),
    dataElements: indicators.map(({ code, name, definition }) => ({
      ...named('dataElement', sdmxId(code), name),
      description: definition['en'] ?? '',
      domainType: 'AGGREGATE',
      valueType: 'NUMBER',
      // shares and stages of laws cannot be added up, nor can counts of several years
      aggregationType: 'NONE',
      zeroIsSignificant: true,
    })),
    dataSets: [
      {
        ...named('dataSet', DATA_SET, texts.of('messages', 'indicators')),
        periodType: 'Yearly',
        dataSetElements: indicators.map(({ code }) => ({
          dataElement: reference('dataElement', sdmxId(code)),
        })),
        organisationUnits: units.map(({ id }) => ({ id })),
      },
    ],
  };
}

/** The id that SDMX gives to the concept of a category. */
const conceptOf = (category: Category): string =>
  category === 'BREAKDOWN' ? 'CUST_BREAKDOWN' : category;
