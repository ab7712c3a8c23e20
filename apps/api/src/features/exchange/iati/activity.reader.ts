import type { EntityManager } from '@mikro-orm/postgresql';
import type { Texts } from '../../../graphql/local-text.type.ts';
import { ACTIONS, LINKS, type ActionRow, type LinkRow } from '../../publication/public-rows.ts';
import { rows, standing } from '../../publication/standing.ts';

export interface PlanRow {
  indicator: string;
  area: string;
  baselineYear: number | null;
  /** Exact; null where there is none, or where it stands for a hidden cell. */
  baselineValue: string | null;
  baselineSource: string | null;
  points: { year: number; value: string }[];
  reference: boolean;
  citation: Texts | null;
}

export interface Framework {
  actions: ActionRow[];
  links: LinkRow[];
  plans: PlanRow[];
  /** Indicators whose values of several countries add up. */
  additive: string[];
}

/** What is monitored and against what, of one release, in one statement. */
export async function readFramework(em: EntityManager, release: number): Promise<Framework> {
  const [read] = await em.execute<Framework[]>(
    `with at as (select ?::int as release) select ${ACTIONS} as actions, ${LINKS} as links, ${rows({
      from: `(select t.* from ${standing('target')} t join ${standing('indicator')} i on i.code = t.indicator and i.kind <> 'MILESTONE')`,
      fields: 'indicator area baselineYear #baselineValue baselineSource points reference citation',
      order: 't.indicator, t.area',
    })} as plans,
     coalesce((select jsonb_agg(i.code) from ${standing('indicator')} i where i.regional_method = 'SUM'), '[]') as additive`,
    [release],
  );
  if (!read) throw new Error('A release could not be read.');
  return read;
}
