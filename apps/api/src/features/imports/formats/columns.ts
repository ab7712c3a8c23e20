import { COLUMN_HEADS, ROW_FIELDS } from '@qadam/domain';
import { type Catalogs, languages, loadCatalog } from '@qadam/i18n';
import { foldName } from '../fold-name.ts';
import type { FileColumn } from '../import-problem.ts';
import type { ColumnChoice, Field } from './format.ts';
import type { Preview } from './preview.ts';

/** Splits a list of column names. */
const words = (text: string): string[] => text.split(/[,\n]/).flatMap((word) => word.trim() || []);

/** The names of columns for each field, as SDMX, DHIS2, Open SDG, the World Bank and people in six languages write them. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  ...COLUMN_HEADS,
  indicator: words(`
    indicator, indicators, indicator code, indicator_code, code, dataelement, data element, name,
    показатель, показатели, индикатор, индикаторы, код, код показателя, наименование,
    наименование показателя, наименование показателей, items, атауы, көрсеткіштер, көрсөткүчтөр,
    көрсөткүчтөрдүн аталышы, көрсөткүчтөрдүн аталыштары, көрсөткүчтүн аталышы,
    көрсеткіштер атауы, көрсеткіштердің атауы, көрсеткіш атауы, номгӯи нишондиҳандаҳо,
    нишондиҳандаҳо, ko'rsatkichlar, аталышы, ном, nomi, көрсеткіш, көрсөткүч, нишондиҳанда, рамз,
    ko'rsatkich, kod, кўрсаткич, кўрсаткичлар`),
  // a code of another system; if a table has a code and a name, the code counts
  series: words(`
    series, measure, series code, seriescode, indicatorcode, indicator id, ind_code, dataname, series name,
    indicator name, seriesdescription, series description, dx, data, серия, серии, ряд, ряды,
    код ряда`),
  // the country or one of its regions; which of the two depends on the text of the cell
  area: words(`
    ref_area, area, areas, country, countries, country code, country_code, country name,
    country or area, countryisocode, iso3_code, geoareacode, geoareaname, geoarea, spatialdimvaluecode,
    spatialdim, iso3, iso2, iso code, iso_code, orgunit, ou, organisation unit,
    organisation unit id, organization unit, geo, geography, economy, economy code, economy name,
    organisationunitname, dim_geo_code_m49,
    reporting country, reference area, territory, territories, страна, страны, код страны,
    территория, территории, государство, государства, страны и территории, ел, елдер, ел коды,
    аумақ, аумақтар, аймақ, аймақтар, мемлекет, мемлекеттер, өлкө, өлкөлөр, өлкөнүн коду, аймак,
    аймактар, мамлекет, кишвар, кишварҳо, давлат, ҳудуд, ҳудудҳо, mamlakat, mamlakatlar, davlat,
    hudud, hududlar, ҳудудлар, мамлакатлар, давлатлар`),
  year: words(`
    time_period, time period, timeperiod, timeperiodstart, timedim, dim_time, time,
    periodname, year, years, period, pe,
    reference year, reference period, год, годы, года, отчётный год, отчетный год, период,
    отчётный период, отчетный период,
    периоды, жыл, жылдар, кезең, мезгил, жылы, сол, солҳо, давра, yil, yillar, davr, йил, йиллар`),
  sex: words(`
    sex, sex_code, dim_sex, gender, by sex, пол, по полу, жынысы, жынысы боюнча, жынысы бойынша, ҷинс, аз рӯи ҷинс, jins, jinsi,
    jinsi bo'yicha, жинс, жинси`),
  age: words(`
    age, ages, dim_age, age group, age groups, age_group, agegroup, возраст, возраста, возрастная группа,
    возрастные группы, по возрасту, по возрастным группам, by age, by age group,
    жаш курак топтор боюнча, жас топтары бойынша, жасы, жас топтары, жашы, жаш курактары, синну сол, гурӯҳҳои синнӣ, yosh,
    yoshi, yosh guruhlari`),
  urbanisation: words(`
    urbanisation, urbanization, location, area type, type of area,
    residence, residence area type, residenceareatype, urban or rural, urban/rural,
    by area, by residence, место проживания, по месту проживания, по типу местности, жерлери,
    тип местности, город/село, местность`),
  region: words(`
    region, regions, geocode, oblast, oblasts, province, provinces, регион, регионы, область, области,
    регионы и города, по областям, по регионам, по территории, по территориям, by region, аймактар боюнча,
    облустар боюнча, өңірлер бойынша, өңір, өңірлер, облыс, облыстар, облус, облустар, вилоят, вилоятҳо, минтақа,
    минтақаҳо, viloyat, viloyatlar, вилоятлар`),
  breakdown: words(`
    breakdown, element, разрез, разбивка, элемент, бөлініс, бөлүнүш, тақсимот, унсур, taqsimot,
    unsur`),
  // "date" alone heads many other columns
  factDate: words(`fact_date, fact date, date of the fact, дата факта`),
  provision: words(`provision, article, статья, бап, берене, модда, modda`),
  basis: words(`basis, основание, негізі, негизи, асос, asos, asosi`),
  status: words(
    `obs_status, status, observation status, статус, мәртебе, мәртебесі, абалы, ҳолат, holat`,
  ),
  unit: words(`
    unit_measure, unit, units, unit of measure, unit measure, unit of measurement, ед. изм., ед.изм., ед. измерения, единица,
    единица измерения, единицы измерения, өлшем бірлігі, бирдик,
    өлчөм бирдиги, воҳид, воҳиди ченак, birlik, o'lchov birligi`),
  unitMultiplier: words(`
    unit_mult, unit_multiplier, unit multiplier, multiplier, множитель, көбейткіш, көбөйткүч,
    зарбкунанда, ko'paytuvchi`),
  // a figure for a month or a quarter must not be taken for one of the year
  partOfYear: words(`
    freq, frequency, frequency of observation, month, months, quarter, quarters, half-year, semester,
    периодичность, месяц, месяцы, квартал, кварталы, полугодие, ай, тоқсан, чейрек, моҳ, семоҳа, oy,
    chorak`),
};

/** A longer text is not a column name. */
const MAX_HEAD_LENGTH = 200;
/** What SDMX-CSV with labels writes before the name of a component. */
const LABELLED = /^[A-Z][A-Z0-9_]*(?=:(?: |[A-Z]))/;

const LABEL = '.label';

/** The name for comparison: without the languages (ATTR[en;ru]) and labels (SEX: Sex) of SDMX-CSV and the brackets of UNSD ([Sex]). */
function fold(head: string): string {
  const text = head.trim();
  if (text.length > MAX_HEAD_LENGTH) return '';
  const whole = foldName(LABELLED.exec(text)?.[0] ?? text).replace(/^\[(.*)\]$/, '$1');
  // the ILO has a column of labels beside each column of codes
  const name = whole.endsWith(LABEL) ? whole.slice(0, -LABEL.length) : whole;
  const bracket = name.endsWith(']') ? name.lastIndexOf('[') : -1;
  return bracket > 0 ? name.slice(0, bracket).trimEnd() : name;
}

const FIELD_OF = new Map(
  Object.entries(HEADS).flatMap(([field, heads]) =>
    heads.map((head): [string, Field] => [fold(head), field as Field]),
  ),
);
/** SDMX columns about the message. Their codes may look like parts, which they are not: R is “rural”, but also “replace”. */
const OF_SDMX = words(
  `structure, structure_id, structure_name, action, dataflow, conf_status, nature, reporting_type`,
);
const STANDARD_COLUMNS = new Set(OF_SDMX);
export const isStandardColumn = (head: string): boolean => STANDARD_COLUMNS.has(fold(head));

/** Columns of the standards and of our own exports that are not about the value. */
const IGNORED_COLUMNS = new Set([
  ...OF_SDMX,
  ...words(`time_detail, series_key, obs_key, updated, release, citation, licence, base_per,
    goal, target, time code, timecoverage, time_coverage, upperbound, lowerbound, baseperiod,
    geoinfourl, dataid, datacode, datadescription, periodid, periodcode, perioddescription,
    organisationunitid, organisationunitcode, organisationunitdescription, footnote, comment_ts, unit_measure_type, note_source, note_indicator, note_classif,
    decimals, upper_bound, lower_bound, strby, storedby, lstupd, lastupdated, followup, deleted`),
]);

/** Columns of our own exports that have the name of a field but another meaning: the pace, and the days a figure is about. */
const ABOUT_ELSE = ['status', 'period'];
const LAST_YEAR = new Set<string>();
const named = new Map(FIELD_OF);
for (const language of languages) {
  const { columns, template } = (await loadCatalog(language, 'files')) as Catalogs['files'];
  LAST_YEAR.add(fold(template.columns.lastYear));
  for (const [name, head] of Object.entries(columns)) {
    const field = ABOUT_ELSE.includes(name) ? undefined : named.get(name);
    for (const one of [name, head].map(fold)) {
      if (FIELD_OF.has(one)) continue;
      if (field === undefined) IGNORED_COLUMNS.add(one);
      else FIELD_OF.set(one, field);
    }
  }
}

/** The name given to a column that divides the figures by something unknown. */
export const BREAKDOWN = 'CUST_BREAKDOWN';

/** Dimensions of other databases, such as the global SDG cube, that we do not have: their values are read as breakdowns. */
const OTHER_DIMENSIONS = new Set(
  words(`income_wealth_quantile, education_lev, occupation, cust_breakdown, composite_breakdown,
    disability_status, activity, product, classif1, classif2, comp_breakdown_1, comp_breakdown_2,
    comp_breakdown_3, category, disaggregation, subgroup, категория, подгруппа`),
);

export function fieldOf(head: string): Field | null {
  return FIELD_OF.get(fold(head)) ?? null;
}

export function isIgnoredColumn(head: string): boolean {
  const name = fold(head);
  return IGNORED_COLUMNS.has(name) || LAST_YEAR.has(name) || /(?:optioncombo|optcombo)$/.test(name);
}

/** Is it the column of last year's figures, which a template shows beside the cells to fill in? */
export function isLastYear(head: string): boolean {
  return LAST_YEAR.has(fold(head));
}

export function isOtherDimension(head: string): boolean {
  return OTHER_DIMENSIONS.has(fold(head));
}

/** How many rows are searched for the column names. */
export const HEAD_WITHIN = 30;

/** The row with the column names: the first with an indicator and a value, else with a value, else the one with most words. */
export function headAt(rows: readonly (readonly string[])[]): number {
  const first = rows.slice(0, HEAD_WITHIN);
  const fields = first.map((row) => row.map(fieldOf));
  const withValue = fields.map((row) => hasValue(row));
  const whole = fields.findIndex((row, at) => withValue[at] && hasIndicator(row));
  if (whole !== -1) return whole;
  if (withValue.includes(true)) return withValue.indexOf(true);
  // a title in merged cells repeats one text, so it counts once
  const words = first.map((row) => new Set(row.map((text) => text.trim()).filter(isWord)).size);
  return words.indexOf(Math.max(...words));
}

const isWord = (text: string): boolean => /\p{L}/u.test(text);

export const hasIndicator = (fields: readonly (Field | null)[]): boolean =>
  fields.includes('indicator') || fields.includes('series');

export const hasValue = (fields: readonly (Field | null)[]): boolean =>
  fields.includes('value') || fields.includes('numerator');

const NUMBERS_OF_WHO = new Set(['factvaluenumeric', 'numericvalue']);

/** The field of each column: what a person chose, else what the name means. If a person chose a column for a field, no other column has it. */
export function fieldsOf(head: readonly string[], choice: ColumnChoice | null): (Field | null)[] {
  const said = new Map<Field, number | null>(
    ROW_FIELDS.flatMap((field) => {
      const at = choice?.[field];
      return at === undefined ? [] : [[field, at] as const];
    }),
  );
  const byColumn = new Map([...said].map(([field, at]) => [at, field]));
  // in WHO tables “location” is the country, next to the group of countries
  const isOfWho = head.some((name) => fold(name) === 'parentlocation');
  // and their column “value” is a text with an interval, next to the number
  const isTexted = head.some((name) => NUMBERS_OF_WHO.has(fold(name)));
  return head.map((name, index) => {
    const chosen = byColumn.get(index + 1);
    const known = fieldOf(name);
    const ofWho = isOfWho && known === 'urbanisation' ? 'area' : known;
    const field = isTexted && fold(name) === 'value' ? null : ofWho;
    return chosen ?? (field !== null && said.has(field) ? null : field);
  });
}

const isNamed = (name: string): boolean =>
  /(?:name|description)$/.test(fold(name)) || /\.label$/i.test(name.trim());

/** The field of each column; if two have the same field, only the first counts, and a column of codes before one of names. */
export function meaningsOf(head: readonly string[], choice: ColumnChoice | null): (Field | null)[] {
  const fields = fieldsOf(head, choice);
  const places = Map.groupBy(fields.keys(), (at) => fields[at] ?? null);
  const meant = new Set<number | undefined>();
  for (const [field, same] of places) {
    const isChosen = choice !== null && field !== null && field in choice;
    const code = isChosen ? undefined : same.find((place) => !isNamed(head[place] ?? ''));
    meant.add(code ?? same[0]);
  }
  return fields.map((field, at) => (meant.has(at) ? field : null));
}

/** Is it a table as Open SDG writes it: Year first and Value last? An empty cell between them means the total. */
function isOfOpenSdg(head: readonly string[]): boolean {
  const last = head.findLast((name) => name.trim() !== '') ?? '';
  return fieldOf(head[0] ?? '') === 'year' && fieldOf(last) === 'value';
}

/** Is it certainly from Open SDG, with its exact words? In other tables with years and values a blank region may repeat the row above. */
export const isWrittenByOpenSdg = (head: readonly string[]): boolean =>
  head[0]?.trim() === 'Year' && head.findLast((name) => name.trim() !== '')?.trim() === 'Value';

/**
 * The unknown columns of an Open SDG table. Open SDG writes Year first, Value last, and between them the dimensions, under any name. Such
 * a column must not be ignored: its figures would be taken for totals.
 */
export function dimensionsOfOpenSdg(
  head: readonly string[],
  fields: readonly (Field | null)[],
): ReadonlySet<number> {
  if (!isOfOpenSdg(head)) return new Set();
  const unknown = [...head.keys()].filter(
    (at) =>
      fields[at] === null &&
      (head[at] ?? '').trim() !== '' &&
      fieldOf(head[at] ?? '') === null &&
      !isIgnoredColumn(head[at] ?? ''),
  );
  return new Set(unknown);
}

const MAX_COLUMNS = 60;
const SAMPLED_ROWS = 20;

/** The columns as shown to a person: their names, a sample text, and the field each was taken for. */
export function columnsOf(
  head: readonly string[],
  fields: readonly (Field | null)[],
  below: readonly (readonly string[])[],
  holds: ReadonlyMap<number, Field> = new Map(),
): FileColumn[] {
  return head.slice(0, MAX_COLUMNS).flatMap((name, index) => {
    const texts = below.slice(0, SAMPLED_ROWS).map((row) => row[index]?.trim() ?? '');
    const sample = texts.find((text) => text !== '') ?? '';
    const short = (text: string) => text.trim().slice(0, 60);
    if (name.trim() === '' && sample === '') return [];
    const column = { at: index + 1, name: short(name), sample: short(sample) };
    return [{ ...column, field: fields[index] ?? null, holds: holds.get(index) ?? null }];
  });
}

const PREVIEWED_ROWS = 20;
const PREVIEWED_COLUMNS = 30;

/** The first rows as written. `head`: the last row with column names; `values`: the columns of values. Both are counted from 0. */
export function previewOf(
  top: readonly (readonly string[])[],
  head: number,
  values: readonly number[],
): Preview {
  return {
    rows: top
      .slice(0, PREVIEWED_ROWS)
      .map((row) => row.slice(0, PREVIEWED_COLUMNS).map((text) => text.trim().slice(0, 40))),
    head: head + 1,
    values: values.filter((at) => at >= 0).map((at) => at + 1),
  };
}
