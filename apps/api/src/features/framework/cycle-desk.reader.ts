import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { AssignableArea, AssignableOrganisation, ReportingCycle } from './cycle-desk.type.ts';

const cycles = (em: EntityManager) =>
  db(em)
    .selectFrom('work.cycle as c')
    .select(['c.year', 'c.version', 'c.opens_on as opensOn', 'c.due_on as dueOn'])
    .select((eb) => [
      'c.closes_on as closesOn',
      eb('c.closed_at', 'is not', null).$castTo<boolean>().as('closed'),
      jsonArrayFrom(
        eb
          .selectFrom('work.assignment as s')
          .innerJoin('work.organisation as o', 'o.id', 's.organisation')
          .select(['s.indicator', 's.area', 'o.code as organisation'])
          .whereRef('s.cycle', '=', 'c.year')
          .orderBy('s.area')
          .orderBy('s.indicator'),
      ).as('assignments'),
    ]);

export const readCycles = (em: EntityManager): Promise<ReportingCycle[]> =>
  cycles(em).orderBy('c.year', 'desc').execute();

export async function readCycle(em: EntityManager, year: number): Promise<ReportingCycle | null> {
  return (await cycles(em).where('c.year', '=', year).executeTakeFirst()) ?? null;
}

export async function readAreas(em: EntityManager, lang: Language): Promise<AssignableArea[]> {
  const areas = await db(em)
    .selectFrom('work.area')
    .select(['code', 'kind', 'names'])
    .orderBy('position')
    .execute();
  return areas.map(({ code, kind, names }) => ({
    code,
    scope: kind === 'COUNTRY' ? 'COUNTRY' : 'REGION',
    name: pickText(names, lang),
  }));
}

export async function readOrganisations(
  em: EntityManager,
  lang: Language,
): Promise<AssignableOrganisation[]> {
  const organisations = await db(em)
    .selectFrom('work.organisation')
    .select(['code', 'area', 'names'])
    .orderBy('code')
    .execute();
  return organisations.map(({ names, ...one }) => ({ ...one, name: pickText(names, lang) }));
}
