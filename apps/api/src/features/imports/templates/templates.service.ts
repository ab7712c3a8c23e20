import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../../graphql/access.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import type { Language } from '../../../graphql/enums.ts';
import { pickText } from '../../../graphql/local-text.type.ts';
import { CycleReader } from '../../cycles/cycle.reader.ts';
import type { Texts } from '../../indicators/desk-indicator.ts';
import {
  type CellKey,
  type CheckContext,
  type ImportIndicator,
  keyText,
} from '../check-context.ts';
import { ImportContextReader } from '../import-context.reader.ts';
import { templateTexts } from './template-texts.ts';
import { type TemplateRow, writeTemplate } from './write-template.ts';

const TOTAL = { sex: '_T', age: '_T', urbanisation: '_T', region: '_T', breakdown: '_T' };

interface Region {
  code: string;
  names: Texts;
}

@Injectable()
export class TemplatesService {
  constructor(
    private readonly em: EntityManager,
    private readonly cycles: CycleReader,
    private readonly contexts: ImportContextReader,
  ) {}

  async workbook(actor: Actor, area: string, cycle: number, lang: Language): Promise<Buffer> {
    permit(actor, 'READ_WORK', { area });
    const calendar = await this.cycles.get(this.em, area, cycle);
    if (calendar === null) throw new ApiError('NOT_FOUND');
    const context = await this.contexts.read(this.em, { area, cycle, lang });
    if (context.assigned.length === 0) throw new ApiError('NOT_FOUND');
    const regions = await this.em.execute<Region[]>(
      `select code, names from work.region where area = ? order by position`,
      [area],
    );
    const [release] = await this.em.execute<{ number: string }[]>(
      `select number from publication.release order by sequence desc limit 1`,
    );
    return writeTemplate({
      area,
      areaName: pickText(calendar.areaName, lang).text,
      cycle,
      dueOn: calendar.dueOn,
      release: release?.number ?? '',
      lang,
      rows: rowsOf(context, regions, lang),
    });
  }
}

/** A row for each assigned indicator, for each part of it that can be listed, and for what is known besides. */
function rowsOf(context: CheckContext, regions: readonly Region[], lang: Language): TemplateRow[] {
  const { existing, assigned, cycle } = context;
  const known = new Map(existing.map((cell) => [keyText(cell), cell]));
  return context.indicators
    .filter(({ code }) => assigned.includes(code))
    .flatMap((indicator) => {
      const listed = facesOf(indicator, regions, lang);
      const texts = new Set(listed.map(({ key }) => keyText(key)));
      const others = existing
        .filter((cell) => cell.indicator === indicator.code && !texts.has(keyText(cell)))
        .map((cell) => ({ key: cell, label: '' }));
      return [...listed, ...others].map(({ key, label }, index) => ({
        key,
        label,
        indicator,
        lastYear: index === 0 ? lastYearOf(indicator, cycle) : null,
        content: known.get(keyText(key))?.content ?? null,
      }));
    });
}

function facesOf(
  { code, breakdowns }: ImportIndicator,
  regions: readonly Region[],
  lang: Language,
): { key: CellKey; label: string }[] {
  const { total, codes } = templateTexts(lang);
  const face = (dimension: string, value: string, label: string) =>
    breakdowns.includes(dimension)
      ? [{ key: { indicator: code, ...TOTAL, [dimension]: value }, label }]
      : [];
  return [
    { key: { indicator: code, ...TOTAL }, label: total },
    ...['F', 'M'].flatMap((sex) => face('sex', sex, codes[sex] ?? '')),
    ...['U', 'R'].flatMap((place) => face('urbanisation', place, codes[place] ?? '')),
    ...regions.flatMap((region) => face('region', region.code, pickText(region.names, lang).text)),
  ];
}

function lastYearOf({ history }: ImportIndicator, cycle: number): string | null {
  return history.find(({ year }) => year === cycle - 1)?.value ?? null;
}
