import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type ReopeningFacts, reopeningState, type ReopeningState } from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { instant, person } from '../../database/sql-text.ts';
import type { Reopening } from './reopening.type.ts';

type Row = Omit<Reopening, 'indicatorName' | 'state'> & ReopeningFacts & { name: Texts };

/** What the state of request `g` is told from, by the clock of the database. */
const FACTS = `g.decision, g.revoked_at is not null as revoked, coalesce(g.until <= now(), false) as expired`;

const REOPENING = `select g.id, g.area, g.year, g.indicator, i.name, ${FACTS}, ${person('u')} as person,
  g.reason, ${instant('g.requested_at')} as "requestedAt", ${instant('g.until')} as until, g.note,
  ${person('d')} as "decidedBy"
  from work.reopening g join work.indicator i on i.code = g.indicator
  join work.user_account u on u.id = g.person left join work.user_account d on d.id = g.decided_by`;

interface Cells {
  area: string;
  year: number;
  /** Null: of all. */
  indicator: string | null;
}

export interface LockedReopening {
  id: string;
  area: string;
  person: string;
  state: ReopeningState;
}

@Injectable()
export class ReopeningReader {
  /** The indicators whose cells this person may change now by a grant. Who takes it back waits for the save, or the save for them. */
  async grantedTo(em: EntityManager, person: string, cells: Cells): Promise<Set<string>> {
    const { area, year, indicator } = cells;
    const rows = await em.execute<(ReopeningFacts & { indicator: string })[]>(
      `select g.indicator, ${FACTS} from work.reopening g where g.person = ? and g.area = ? and g.year = ?
         and (?::text is null or g.indicator = ?) for share`,
      [person, area, year, indicator, indicator],
    );
    const granted = rows.filter((row) => reopeningState(row) === 'GRANTED');
    return new Set(granted.map((row) => row.indicator));
  }

  /** A request, or those of a person, held until the transaction ends. */
  async lock(em: EntityManager, by: 'id' | 'person', id: string): Promise<LockedReopening[]> {
    const rows = await em.execute<(Omit<LockedReopening, 'state'> & ReopeningFacts)[]>(
      `select g.id, g.area, g.person, ${FACTS} from work.reopening g where g.${by} = ? order by g.id for update`,
      [id],
    );
    return rows.map((row) => ({
      ...{ id: row.id, area: row.area, person: row.person },
      state: reopeningState(row),
    }));
  }

  /** What a person asked for in a return: the newest request by indicator. */
  async own(
    em: EntityManager,
    person: string,
    { area, cycle, lang }: { area: string; cycle: number; lang: Language },
  ): Promise<Map<string, Reopening>> {
    const rows = await em.execute<Row[]>(
      `${REOPENING} where g.person = ? and g.area = ? and g.year = ? order by g.requested_at, g.id`,
      [person, area, cycle],
    );
    return new Map(rows.map((row) => [row.indicator, localized(row, lang)]));
  }

  async byId(em: EntityManager, id: string, lang: Language): Promise<Reopening | null> {
    const [row] = await em.execute<Row[]>(`${REOPENING} where g.id = ?`, [id]);
    return row === undefined ? null : localized(row, lang);
  }

  /** What waits, what is open, and what ended within a month; what waits first, then the newest. */
  async list(em: EntityManager, area: string | null, lang: Language): Promise<Reopening[]> {
    const rows = await em.execute<Row[]>(
      `${REOPENING} where (?::text is null or g.area = ?)
         and (g.decision is null or coalesce(g.revoked_at, g.until, g.decided_at) > now() - interval '30 days')
       order by g.decision is not null, g.requested_at desc, g.id limit 200`,
      [area, area],
    );
    return rows.map((row) => localized(row, lang));
  }
}

function localized({ name, decision, revoked, expired, ...row }: Row, lang: Language): Reopening {
  const state = reopeningState({ decision, revoked, expired });
  return { ...row, state, indicatorName: pickText(name, lang) };
}
