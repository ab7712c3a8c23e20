import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readSeedJson, type SeedRow } from './seed-files.ts';

export interface CycleFile {
  year: number;
  opens: string;
  due: string;
  closes: string;
  organisations: { code: string; area: string; names: Record<string, string> }[];
  assignments: { indicator: string; area: string; organisation: string }[];
  samples: Sample[];
}

export interface Sample {
  indicator: string;
  area: string;
  /** Of a law: the element, with the date of its stage, the article and what they rest on. */
  breakdown?: string;
  factDate?: string;
  provision?: string | null;
  basis?: 'OFFICIAL' | 'MEDIA';
  value?: string;
  numerator?: string;
  denominator?: string;
  missingReason?: string;
  state: 'DRAFT' | 'SUBMITTED' | 'RETURNED';
  comment: Record<string, string>;
  message: Record<string, string> | null;
}

export function readCycle(): CycleFile {
  return readSeedJson('cycle.json') as CycleFile;
}

/** The open reporting cycle: who reports what. What is there already stays, and so do assignments that an officer took away. */
export async function loadCycle(em: EntityManager, cycle: CycleFile): Promise<void> {
  await em.execute(
    `insert into work.cycle (year, opens_on, due_on, closes_on) values (?, ?, ?, ?) on conflict do nothing`,
    [cycle.year, cycle.opens, cycle.due, cycle.closes],
  );
  const organisations: SeedRow[] = cycle.organisations.map(({ code, area, names }) => ({
    id: randomUUID(),
    code,
    area,
    names,
  }));
  await em.execute(
    `insert into work.organisation (id, code, area, names)
     select id, code, area, names from jsonb_populate_recordset(null::work.organisation, ?::jsonb) on conflict (code) do nothing`,
    [JSON.stringify(organisations)],
  );
  await em.execute(
    `insert into work.assignment (cycle, indicator, area, organisation)
     select ?, a.indicator, a.area, o.id from jsonb_to_recordset(?::jsonb) as a (indicator text, area text, organisation text)
       join work.organisation o on o.code = a.organisation
     where exists (select 1 from work.cycle c where c.year = ? and c.version = 1)
     on conflict do nothing`,
    [cycle.year, JSON.stringify(cycle.assignments), cycle.year],
  );
}
