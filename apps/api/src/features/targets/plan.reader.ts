import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { exact, instant, person } from '../../database/sql-text.ts';
import type { TargetPlan } from './target-plan.type.ts';

interface PlanRow extends Omit<TargetPlan, 'rationale' | 'citation'> {
  indicator: string;
  area: string;
  rationale: Texts;
  citation: Texts | null;
}

@Injectable()
export class PlanReader {
  /** The plans of one area by indicator: the waiting one, the one in force, then the newest first. */
  async byIndicator(
    em: EntityManager,
    area: string,
    lang: Language,
  ): Promise<Map<string, TargetPlan[]>> {
    const plans = await this.plans(em, 'p.area = ?', area, lang);
    return Map.groupBy(plans, ({ indicator }) => indicator);
  }

  /** The plans for one indicator by area, in the same order. */
  async byArea(
    em: EntityManager,
    indicator: string,
    lang: Language,
  ): Promise<Map<string, TargetPlan[]>> {
    const plans = await this.plans(em, 'p.indicator = ?', indicator, lang);
    return Map.groupBy(plans, ({ area }) => area);
  }

  private async plans(em: EntityManager, where: string, code: string, lang: Language) {
    const rows = await em.execute<PlanRow[]>(
      `select p.id, p.area, p.indicator, p.version, p.state, p.baseline_year as "baselineYear",
         ${exact('p.baseline_value')} as "baselineValue", p.path, p.points,
         ${exact('p.tolerance')} as tolerance, p.reference, p.rationale, p.citation,
         ${person('proposer')} as "proposedBy", ${instant('p.proposed_at')} as "proposedAt",
         ${person('decider')} as "decidedBy", ${instant('p.decided_at')} as "decidedAt"
       from work.target_plan p
       left join work.user_account proposer on proposer.id = p.proposed_by
       left join work.user_account decider on decider.id = p.decided_by
       where ${where}
       order by p.state <> 'PROPOSED', p.version <> (
         select coalesce(max(c.version), 0) from work.target_plan c
         where c.indicator = p.indicator and c.area = p.area and c.state = 'CONFIRMED'), p.version desc`,
      [code],
    );
    return rows.map(({ rationale, citation, ...plan }) => ({
      ...plan,
      rationale: pickText(rationale, lang),
      citation: citation && pickText(citation, lang),
    }));
  }
}
