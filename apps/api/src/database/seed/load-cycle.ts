import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactBasis, MissingReason } from '../../graphql/enums.ts';
import { Cycle } from '../../features/cycles/cycle.entity.ts';
import { Organisation } from '../../features/organisations/organisation.entity.ts';
import { db } from '../db.ts';
import { rowsAs } from '../expressions.ts';
import { upsertRows } from '../entity-rows.ts';
import { readSeedJson } from './seed-files.ts';

export interface CycleFile {
  year: number;
  opens: string;
  /** Counted from the day on which the demonstration is loaded, so that it can be tried on any day. */
  dueInDays: number;
  closesInDays: number;
  organisations: { code: string; area: string; names: Record<string, string> }[];
  assignments: { indicator: string; area: string; organisation: string }[];
  samples: Sample[];
}

export interface Sample {
  indicator: string;
  area: string;
  /** For a law: the element, and the date, article and basis of its stage. */
  breakdown?: string;
  factDate?: string;
  provision?: string | null;
  basis?: FactBasis;
  value?: string;
  numerator?: string;
  denominator?: string;
  missingReason?: MissingReason;
  state: 'DRAFT' | 'SUBMITTED' | 'RETURNED';
  comment: Record<string, string>;
  message: Record<string, string> | null;
}

export function readCycle(): CycleFile {
  return readSeedJson('cycle.json') as CycleFile;
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Adds the open reporting cycle with its assignments. Existing ones stay, and those that an officer removed are not added again. */
export async function loadCycle(em: EntityManager, cycle: CycleFile): Promise<void> {
  const { year, opens: opensOn } = cycle;
  const [dueOn, closesOn] = [inDays(cycle.dueInDays), inDays(cycle.closesInDays)];
  await upsertRows(em, Cycle, [{ year, opensOn, dueOn, closesOn }], 'STAYS');
  await upsertRows(
    em,
    Organisation,
    cycle.organisations.map(({ code, area, names }) => ({ id: randomUUID(), code, area, names })),
    'STAYS',
  );
  const asked = { indicator: 'text', area: 'text', organisation: 'text' } as const;
  await db(em)
    .insertInto('work.assignment')
    .columns(['cycle', 'indicator', 'area', 'organisation'])
    .expression((eb) =>
      eb
        .selectFrom(rowsAs('a', asked, cycle.assignments))
        .innerJoin('work.organisation as o', 'o.code', 'a.organisation')
        .innerJoin('work.cycle as c', (on) => on.on('c.year', '=', year).on('c.version', '=', 1))
        .select(['c.year', 'a.indicator', 'a.area', 'o.id']),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}
