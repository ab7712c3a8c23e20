import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { AssignableArea, AssignableOrganisation, ReportingCycle } from './cycle-desk.type.ts';

const CYCLES = `select c.year, c.version, c.opens_on::text as "opensOn", c.due_on::text as "dueOn",
    c.closes_on::text as "closesOn", c.closed_at is not null as closed,
    coalesce((select json_agg(json_build_object('indicator', s.indicator, 'area', s.area, 'organisation', o.code)
      order by s.area, s.indicator)
      from work.assignment s join work.organisation o on o.id = s.organisation where s.cycle = c.year), '[]') as assignments
  from work.cycle c`;

@Injectable()
export class CycleDeskReader {
  cycles(em: EntityManager): Promise<ReportingCycle[]> {
    return em.execute<ReportingCycle[]>(`${CYCLES} order by c.year desc`);
  }

  async cycle(em: EntityManager, year: number): Promise<ReportingCycle | null> {
    const [row] = await em.execute<ReportingCycle[]>(`${CYCLES} where c.year = ?`, [year]);
    return row ?? null;
  }

  async areas(em: EntityManager, lang: Language): Promise<AssignableArea[]> {
    const rows = await em.execute<{ code: string; kind: string; names: Texts }[]>(
      `select code, kind, names from work.area order by position`,
    );
    return rows.map(({ code, kind, names }) => ({
      code,
      scope: kind === 'COUNTRY' ? 'COUNTRY' : 'REGION',
      name: pickText(names, lang),
    }));
  }

  async organisations(em: EntityManager, lang: Language): Promise<AssignableOrganisation[]> {
    const rows = await em.execute<{ code: string; area: string | null; names: Texts }[]>(
      `select code, area, names from work.organisation order by code`,
    );
    return rows.map(({ code, area, names }) => ({ code, area, name: pickText(names, lang) }));
  }
}
