import type { EntityManager } from '@mikro-orm/postgresql';
import { cellColumns, isTotal, partAsText } from '../../../database/cell-columns.ts';
import { pickText, type Texts } from '../../../graphql/local-text.type.ts';
import type { Language } from '../../../graphql/enums.ts';
import type { PublishedCell, PublishedPlaces } from './withdrawal.type.ts';

/** Areas and indicators as the newest release names them. */
export async function readPublishedPlaces(
  em: EntityManager,
  lang: Language,
): Promise<PublishedPlaces> {
  const rows = await em.execute<{ kind: string; code: string; names: Texts }[]>(
    `select 'AREA' as kind, code, names, position from publication.area where until_release is null
     union all select 'INDICATOR', code, name, position from publication.indicator where until_release is null order by 1, 4`,
  );
  const named = (kind: string) =>
    rows.flatMap((row) =>
      row.kind === kind ? [{ code: row.code, name: pickText(row.names, lang) }] : [],
    );
  return { areas: named('AREA'), indicators: named('INDICATOR') };
}

/** Cells that some release shows, the newest year first, totals before their parts. */
export async function readPublishedCells(
  em: EntityManager,
  indicator: string,
  area: string,
): Promise<PublishedCell[]> {
  return em.execute<PublishedCell[]>(
    `select v.year, ${partAsText('v')} as cell,
       (array_agg(trim_scale(v.value)::text order by v.from_release desc))[1] as value,
       (select count(*)::int from publication.release r where exists (select 1 from publication.value x
          where (${cellColumns('x')}) = (${cellColumns('v')}) and x.value is not null
            and x.from_release <= r.sequence and (x.until_release is null or x.until_release > r.sequence))) as releases
     from publication.value v where v.indicator = ? and v.area = ? and v.value is not null
     group by ${cellColumns('v')}
     order by v.year desc, not (${isTotal('v')}), 2`,
    [indicator, area],
  );
}
