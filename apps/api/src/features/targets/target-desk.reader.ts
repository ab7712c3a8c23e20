import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { instant, person } from '../../database/expressions.ts';
import type { Language, Scope } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { AreaReader, type Area } from '../countries/area.reader.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { readHistories } from '../observations/history.reader.ts';
import { indicatorIn } from '../observations/part-name.ts';
import type { TargetGrid, TargetRow } from './targets.type.ts';

@Injectable()
export class TargetDeskReader {
  constructor(
    private readonly indicators: IndicatorReader,
    private readonly areas: AreaReader,
  ) {}

  /** Every indicator that can have a target in the area, in three SQL statements. */
  async rows(em: EntityManager, area: Area, lang: Language): Promise<TargetRow[]> {
    const indicators = await this.indicators.scored(em, scopeOf(area));
    const codes = indicators.map(({ code }) => code);
    const histories = await readHistories(em, [area.code], codes);
    const all = await readPlans(em, 'area', area.code, lang);
    const plans = Map.groupBy(all, ({ indicator }) => indicator);
    return indicators.map((indicator) => ({
      ...indicatorIn(indicator, lang),
      indicator: indicator.code,
      history: histories.of(area.code, indicator.code),
      plans: plans.get(indicator.code) ?? [],
    }));
  }

  /** One indicator in every area that can have a target for it, in four SQL statements. */
  async grid(
    em: EntityManager,
    code: string,
    lang: Language,
    reach: readonly string[] | null,
  ): Promise<TargetGrid | null> {
    const [indicator] = await this.indicators.byCodes(em, [code]);
    if (indicator === undefined || indicator.direction === 'NONE' || indicator.kind === 'MILESTONE')
      return null;
    const areas = (await this.areas.ofScope(em, indicator.scope)).filter(
      (area) => reach === null || reach.includes(area.code),
    );
    const codes = areas.map((area) => area.code);
    const histories = await readHistories(em, codes, [code]);
    const plans = Map.groupBy(await readPlans(em, 'indicator', code, lang), ({ area }) => area);
    return {
      indicator: code,
      areas: areas.map(({ code: area, names }) => ({
        area,
        areaName: pickText(names, lang),
        row: {
          ...indicatorIn(indicator, lang),
          indicator: code,
          history: histories.of(area, code),
          plans: plans.get(area) ?? [],
        },
      })),
    };
  }
}

/** The scope of indicators that can have targets in the area: regional ones belong to the group of countries. */
export function scopeOf(area: Area): Scope {
  return area.kind === 'COUNTRY' ? 'COUNTRY' : 'REGION';
}

/** The plans of one area or for one indicator: the waiting one, the one in force, then the newest first. */
async function readPlans(
  em: EntityManager,
  of: 'area' | 'indicator',
  code: string,
  lang: Language,
) {
  const rows = await db(em)
    .selectFrom('work.target_plan as p')
    .leftJoin('work.user_account as proposer', 'proposer.id', 'p.proposed_by')
    .leftJoin('work.user_account as decider', 'decider.id', 'p.decided_by')
    .select([
      ...(['p.id', 'p.area', 'p.indicator', 'p.version', 'p.state', 'p.path', 'p.points'] as const),
      ...(['p.baseline_year as baselineYear', 'p.baseline_value as baselineValue'] as const),
      ...(['p.tolerance', 'p.reference', 'p.rationale', 'p.citation'] as const),
      instant('p.proposed_at').as('proposedAt'),
      sql<string | null>`${instant('p.decided_at')}`.as('decidedAt'),
      person('proposer').as('proposedBy'),
      person('decider').as('decidedBy'),
    ])
    .where(`p.${of}`, '=', code)
    .orderBy(sql`p.state <> 'PROPOSED'`)
    .orderBy(
      sql`p.version <> (select coalesce(max(c.version), 0) from work.target_plan c
        where c.indicator = p.indicator and c.area = p.area and c.state = 'CONFIRMED')`,
    )
    .orderBy('p.version', 'desc')
    .execute();
  return rows.map(({ rationale, citation, ...plan }) => ({
    ...plan,
    rationale: pickText(rationale, lang),
    citation: citation && pickText(citation, lang),
  }));
}
