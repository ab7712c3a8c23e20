import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { countRows } from '../../database/expressions.ts';
import { Language } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { isOverCycle } from '../cycles/calendar.ts';
import type { Organisation } from './organisation.type.ts';

const organisations = (em: EntityManager) =>
  db(em)
    .selectFrom('work.organisation as o')
    .select((eb) => [
      ...(['o.id', 'o.code', 'o.area', 'o.names', 'o.mailbox', 'o.version'] as const),
      countRows(
        eb
          .selectFrom('work.user_account as u')
          .whereRef('u.organisation', '=', 'o.id')
          .where('u.disabled_at', 'is', null),
      ).as('users'),
      countRows(
        eb
          .selectFrom('work.assignment as a')
          .innerJoin('work.cycle as c', 'c.year', 'a.cycle')
          .innerJoin('work.area as p', 'p.code', 'a.area')
          .whereRef('a.organisation', '=', 'o.id')
          .where((of) => of.not(isOverCycle('c', 'p'))),
      ).as('assignments'),
    ]);

const withNames = <Row extends { names: Texts }>({ names, ...row }: Row) => ({
  ...row,
  names: Object.values(Language).flatMap((lang) => {
    const text = names[lang];
    return text === undefined || text === '' ? [] : [{ lang, text }];
  }),
});

export async function readOrganisations(em: EntityManager): Promise<Organisation[]> {
  const rows = await organisations(em)
    .leftJoin('work.area as p', 'p.code', 'o.area')
    .orderBy('p.position', (by) => by.nullsFirst())
    .orderBy('o.code')
    .execute();
  return rows.map(withNames);
}

export async function readOrganisation(
  em: EntityManager,
  id: string,
): Promise<Organisation | null> {
  const row = await organisations(em).where('o.id', '=', id).executeTakeFirst();
  return row ? withNames(row) : null;
}
