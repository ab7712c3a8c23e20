import { type BreakdownDimension, TOTAL } from '@qadam/domain';
import type { EntityManager } from '@mikro-orm/postgresql';
import { translator } from '@qadam/i18n';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { canMean } from './answers.ts';
import type { ImportContextReader, KnownCodes } from './import-context.reader.ts';
import type { ImportJob } from './import-job.store.ts';
import { type UnknownText, unknownTexts } from './import-row.store.ts';
import type { MeaningOption, UnknownImportText } from './imports.type.ts';
import { STATUSES } from './template-words.ts';
import { combinationsOf } from './dhis2-combinations.ts';
import { axesOf, isCombined } from './part-resolver.ts';

/** The unknown texts of red rows, each with the meanings a person can choose. If a text has no options, its rows can only be left out. */
export async function unknownCodes(
  em: EntityManager,
  contexts: ImportContextReader,
  job: ImportJob,
  lang: Language,
): Promise<UnknownImportText[]> {
  const texts = await unknownTexts(em, job.job);
  if (texts.length === 0) return [];
  const known = await contexts.codes(em, job.area, job.cycle);
  const t = await translator(lang, 'files');
  const statuses = STATUSES.map((code) => ({ code, name: t(`template.status.${code}`) }));
  const optionsFor = ({ code, field, text }: UnknownText): MeaningOption[] => {
    if (!canMean(code)) return [];
    if (field === 'breakdown' && isCombined(text))
      return [{ code: TOTAL, name: t('template.total') }, ...combined(known, lang)];
    return field === 'status' ? statuses : optionsOf(field, { ...known, ...job }, lang);
  };
  return texts.map((text) => ({ ...text, options: optionsFor(text) }));
}

/** The combinations of parts that the return's tables ask for, as options for a DHIS2 combination. */
const combined = ({ indicators, assigned }: KnownCodes, lang: Language): MeaningOption[] => [
  ...new Map(
    indicators
      .filter(({ code }) => assigned.includes(code))
      .flatMap((indicator) => combinationsOf(axesOf(indicator)))
      .map(({ code, names }) => [
        code,
        { code, name: names.map((name) => pickText(name, lang).text).join(' · ') },
      ]),
  ).values(),
];

/** The indicators that a series of the file can be. */
export async function indicatorOptions(
  em: EntityManager,
  contexts: ImportContextReader,
  { area, cycle }: Pick<ImportJob, 'area' | 'cycle'>,
  lang: Language,
): Promise<MeaningOption[]> {
  const known = await contexts.codes(em, area, cycle);
  return optionsOf('indicator', { ...known, area, cycle }, lang);
}

function optionsOf(
  field: Exclude<UnknownText['field'], 'status'>,
  context: KnownCodes & Pick<ImportJob, 'area' | 'cycle'>,
  lang: Language,
): MeaningOption[] {
  const { area, areas, regions, indicators, assigned, cycle } = context;
  const named = ({ code, names }: { code: string; names: Texts }) => ({
    code,
    name: pickText(names, lang).text,
  });
  const ownRegions = regions.filter((region) => region.area === area).map(named);
  switch (field) {
    case 'indicator':
      return indicators
        .filter(({ code }) => assigned.includes(code))
        .map(({ code, name }) => named({ code, names: name }));
    case 'area':
      return [...areas.filter(({ code }) => code === area).map(named), ...ownRegions];
    case 'year':
      return cycle === null ? [] : [{ code: String(cycle), name: String(cycle) }];
    default:
      return codesOf(field, context, lang);
  }
}

/** The codes that the tables of the return ask for. */
function codesOf(
  dimension: BreakdownDimension,
  { indicators, assigned }: KnownCodes,
  lang: Language,
): MeaningOption[] {
  const found = new Map<string, string>();
  for (const indicator of indicators) {
    if (!assigned.includes(indicator.code)) continue;
    for (const axis of axesOf(indicator).filter((one) => one.dimension === dimension)) {
      for (const one of axis.codes) found.set(one.code, pickText(one.name, lang).text);
    }
  }
  return [...found].map(([code, name]) => ({ code, name }));
}
