import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { type Area, AreaReader } from '../countries/area.reader.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { pickStages as stageTexts } from '../publication/page-parts.ts';
import { HistoryReader } from '../observations/history.reader.ts';
import { readPlans } from './plan.reader.ts';
import type { TargetGrid, TargetRow } from './target-desk.type.ts';

@Injectable()
export class TargetDeskReader {
  constructor(
    private readonly indicators: IndicatorReader,
    private readonly histories: HistoryReader,
    private readonly areas: AreaReader,
  ) {}

  /** Every indicator that can have a target in the area: three statements. */
  async rows(em: EntityManager, area: Area, lang: Language): Promise<TargetRow[]> {
    const indicators = await this.indicators.scored(em, scopeOf(area));
    const codes = indicators.map(({ code }) => code);
    const histories = await this.histories.published(em, [area.code], codes);
    const all = await readPlans(em, 'area', area.code, lang);
    const plans = Map.groupBy(all, ({ indicator }) => indicator);
    return indicators.map((indicator) => ({
      ...facts(indicator, lang),
      history: histories.of(area.code, indicator.code),
      plans: plans.get(indicator.code) ?? [],
    }));
  }

  /** One indicator in every area that can have a target of it: four statements. */
  async grid(em: EntityManager, code: string, lang: Language): Promise<TargetGrid | null> {
    const [indicator] = await this.indicators.byCodes(em, [code]);
    if (indicator === undefined || indicator.direction === 'NONE' || indicator.kind === 'MILESTONE')
      return null;
    const areas = await this.areas.ofScope(em, indicator.scope);
    const codes = areas.map((area) => area.code);
    const histories = await this.histories.published(em, codes, [code]);
    const plans = Map.groupBy(await readPlans(em, 'indicator', code, lang), ({ area }) => area);
    return {
      indicator: code,
      areas: areas.map(({ code: area, names }) => ({
        area,
        areaName: pickText(names, lang),
        row: {
          ...facts(indicator, lang),
          history: histories.of(area, code),
          plans: plans.get(area) ?? [],
        },
      })),
    };
  }
}

function facts(indicator: DeskIndicator, lang: Language) {
  const { code, kind, direction, unit, decimals, min, max } = indicator;
  return {
    indicator: code,
    name: pickText(indicator.name, lang),
    kind,
    direction,
    unit,
    unitText: pickText(indicator.unitText, lang),
    decimals,
    min,
    max,
    stages: stageTexts(indicator.stages, lang),
  };
}

/** What is reported once for the four countries together has its target there too. */
export function scopeOf(area: Area): 'COUNTRY' | 'REGION' {
  return area.kind === 'COUNTRY' ? 'COUNTRY' : 'REGION';
}
