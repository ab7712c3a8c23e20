import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Language } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { isOverCycle } from '../cycles/open-cycle.ts';
import type { Organisation } from './organisation.type.ts';

interface Row extends Omit<Organisation, 'names'> {
  names: Texts;
}

const SELECT = `select o.id, o.code, o.area, o.names, o.mailbox, o.version,
    (select count(*)::int from work.user_account u where u.organisation = o.id and u.disabled_at is null) as users,
    (select count(*)::int from work.assignment a join work.cycle c on c.year = a.cycle join work.area p on p.code = a.area
      where a.organisation = o.id and not ${isOverCycle('c', 'p')}) as assignments
  from work.organisation o`;

const withNames = ({ names, ...row }: Row): Organisation => ({
  ...row,
  names: Object.values(Language).flatMap((lang) => {
    const text = names[lang];
    return text === undefined || text === '' ? [] : [{ lang, text }];
  }),
});

@Injectable()
export class OrganisationReader {
  async all(em: EntityManager): Promise<Organisation[]> {
    const rows = await em.execute<Row[]>(
      `${SELECT} left join work.area p on p.code = o.area order by p.position nulls first, o.code`,
    );
    return rows.map(withNames);
  }

  async one(em: EntityManager, id: string): Promise<Organisation | null> {
    const [row] = await em.execute<Row[]>(`${SELECT} where o.id = ?`, [id]);
    return row ? withNames(row) : null;
  }

  async areas(em: EntityManager): Promise<{ code: string; names: Texts }[]> {
    return em.execute('select code, names from work.area order by position, code');
  }
}
