import { levelParts, type LevelWord, type PartIndicator, type ReleasedAction } from '@qadam/domain';

/** How far an action was in a country, with the headline indicators that make it. */
export interface ReleasedActionRow {
  action: string;
  country: string;
  word: LevelWord;
  percent: number | null;
  indicators: PartIndicator[];
}

/** One JSON object a row; `tables` stand in the release that is meant. `x` is the assessment of the action. */
export function releasedActions(
  tables: Record<'assessment' | 'link' | 'indicator', string>,
  where = 'true',
): string {
  return `select jsonb_build_object('action', x.subject, 'country', x.area, 'word', x.word, 'percent', x.detail->'percent'->'level',
      'indicators', coalesce((select jsonb_agg(jsonb_build_object('code', n.subject, 'role', l.role, 'direction', i.direction,
          'weight', trim_scale(l.weight)::text, 'level', trim_scale(n.level)::text, 'reason', n.detail->'reason', 'elements', n.detail->'elements'))
        from ${tables.link} l join ${tables.indicator} i on i.code = l.indicator
          join ${tables.assessment} n on n.kind = 'INDICATOR' and n.subject = l.indicator and (n.area = x.area or i.scope = 'REGION')
        where l.action = x.subject and l.role = 'HEADLINE'), '[]')) as row
    from ${tables.assessment} x where x.kind = 'ACTION' and ${where}`;
}

export function toReleasedAction({ indicators, ...row }: ReleasedActionRow): ReleasedAction {
  return { ...row, parts: levelParts(indicators) };
}
