import { isPart } from '../database/cell-columns.ts';

/**
 * What was published of the elements of laws, by indicator and area: a subquery with the columns indicator, area and elements
 * (ElementFacts). Elements about which nothing is known are there too, without observations. `from` names the tables.
 */
export function elementFacts(from: Record<'value' | 'indicator' | 'area', string>): string {
  return `(select i.code as indicator, a.code as area, jsonb_agg(jsonb_build_object('code', e.value->>'code', 'counts', e.value->'counts',
      'observations', coalesce(p.observations, '[]')) order by e.ordinality) as elements
    from ${from.indicator} i
      join ${from.area} a on a.kind = case i.scope when 'COUNTRY' then 'COUNTRY' else 'GROUP' end
      cross join jsonb_array_elements(i.elements) with ordinality e
      left join (select v.indicator, v.area, v.breakdown, jsonb_agg(jsonb_build_object('year', v.year, 'value', trim_scale(v.value)::text,
            'status', v.obs_status, 'missingReason', v.missing_reason, 'factDate', v.fact_date, 'provision', v.provision, 'basis', v.basis,
            'source', v.source) order by v.year) as observations
          from ${from.value} v join ${from.indicator} m on m.code = v.indicator and m.kind = 'MILESTONE'
          where ${isPart('v', 'breakdown')} group by v.indicator, v.area, v.breakdown) p
        on p.indicator = i.code and p.area = a.code and p.breakdown = e.value->>'code'
    where i.kind = 'MILESTONE' group by i.code, a.code)`;
}
