import type { BreakdownDimension } from '@qadam/domain';
import { EntityManager } from '@mikro-orm/postgresql';
import { translator } from '@qadam/i18n';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { canMean } from './answers.ts';
import { ImportContextReader, type KnownCodes } from './import-context.reader.ts';
import { type ImportJob } from './import-job.store.ts';
import { type UnknownText, unknownTexts } from './import-row.store.ts';
import { STATUSES } from './template-words.ts';
import { axesOf } from './part-resolver.ts';

interface Option {
  code: string;
  name: string;
}

/** A text of red rows, and what it can stand for. Without options its rows can only be left out. */
export interface UnknownCode extends UnknownText {
  options: Option[];
}

@Injectable()
export class UnknownCodesReader {
  constructor(
    private readonly em: EntityManager,
    private readonly contexts: ImportContextReader,
  ) {}

  async of(job: ImportJob, lang: Language): Promise<UnknownCode[]> {
    const texts = await unknownTexts(this.em, job.job);
    if (texts.length === 0) return [];
    const known = await this.contexts.codes(this.em, job.area, job.cycle);
    const t = await translator(lang, 'files');
    const words = (code: (typeof STATUSES)[number]) => t(`template.status.${code}`);
    const statuses = STATUSES.map((code) => ({ code, name: words(code) }));
    return texts.map((text) => ({
      ...text,
      options: !canMean(text.code)
        ? []
        : text.field === 'status'
          ? statuses
          : optionsOf(text.field, { ...known, ...job }, lang),
    }));
  }
}

function optionsOf(
  field: Exclude<UnknownText['field'], 'status'>,
  context: KnownCodes & Pick<ImportJob, 'area' | 'cycle'>,
  lang: Language,
): Option[] {
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
      return [{ code: String(cycle), name: String(cycle) }];
    default:
      return codesOf(field, context, lang);
  }
}

/** The codes that the tables of the return ask for. */
function codesOf(
  dimension: BreakdownDimension,
  { indicators, assigned }: KnownCodes,
  lang: Language,
): Option[] {
  const found = new Map<string, string>();
  for (const indicator of indicators) {
    if (!assigned.includes(indicator.code)) continue;
    for (const axis of axesOf(indicator).filter((one) => one.dimension === dimension)) {
      for (const one of axis.codes) found.set(one.code, pickText(one.name, lang).text);
    }
  }
  return [...found].map(([code, name]) => ({ code, name }));
}
