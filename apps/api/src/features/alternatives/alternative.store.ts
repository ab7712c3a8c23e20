import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Observation } from '../observations/observation.entity.ts';
import type { Revision } from '../observations/observation.entity.ts';

export interface NamedSource {
  title: string;
  publisher: string;
  year: number | null;
  url: string | null;
}

export interface Competing {
  source: string;
  value: string;
  note: Record<string, string>;
  chosen: Record<string, string>;
  recordedBy: string;
}

const OF_CELL = `indicator = ? and area = ? and year = ?`;
const cellOf = ({ indicator, area, year }: Observation) => [indicator, area, year];

@Injectable()
export class AlternativeStore {
  /** The source of that title, publisher, year and address; written down where it is new. */
  async source(em: EntityManager, { title, publisher, year, url }: NamedSource): Promise<string> {
    const [known] = await em.execute<{ id: string }[]>(
      `select id from work.source where title = ? and publisher = ? and year is not distinct from ?::int
         and url is not distinct from ?::text order by id limit 1`,
      [title, publisher, year, url],
    );
    if (known !== undefined) return known.id;
    const id = `desk-${randomUUID()}`;
    await em.execute(
      `insert into work.source (id, title, publisher, year, url, licence, kind)
       values (?, ?, ?, ?::int, ?::text, 'not stated', 'OFFICIAL')`,
      [id, title, publisher, year, url],
    );
    return id;
  }

  /** False where this source gives this value already. */
  async add(em: EntityManager, observation: Observation, row: Competing): Promise<boolean> {
    const written = await em.execute<object[]>(
      `insert into work.alternative (indicator, area, year, source, value, note, chosen, recorded_by, recorded_at)
       values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, now()) on conflict do nothing returning 1`,
      [
        ...cellOf(observation),
        row.source,
        row.value,
        JSON.stringify(row.note),
        JSON.stringify(row.chosen),
        row.recordedBy,
      ],
    );
    return written.length > 0;
  }

  async find(
    em: EntityManager,
    observation: Observation,
    key: { source: string; value: string },
  ): Promise<{ recordedBy: string | null } | null> {
    const [row] = await em.execute<{ recordedBy: string | null }[]>(
      `select recorded_by as "recordedBy" from work.alternative
       where ${OF_CELL} and source = ? and value = ? for update`,
      [...cellOf(observation), key.source, key.value],
    );
    return row ?? null;
  }

  async remove(
    em: EntityManager,
    observation: Observation,
    key: { source: string; value: string },
  ): Promise<void> {
    await em.execute(`delete from work.alternative where ${OF_CELL} and source = ? and value = ?`, [
      ...cellOf(observation),
      key.source,
      key.value,
    ]);
  }

  /** Why this value is shown stands at every competing one. How many there are. */
  async explain(
    em: EntityManager,
    observation: Observation,
    why: Record<string, string>,
  ): Promise<number> {
    const rows = await em.execute<object[]>(
      `update work.alternative set chosen = ?::jsonb where ${OF_CELL} returning 1`,
      [JSON.stringify(why), ...cellOf(observation)],
    );
    return rows.length;
  }

  async noteChoice(
    em: EntityManager,
    observation: Observation,
    choice: { key: { source: string; value: string } | null; why: object; by: string },
  ): Promise<void> {
    await em.execute(
      `insert into work.alternative_choice (indicator, area, year, source, value, why, decided_by)
       values (?, ?, ?, ?::text, ?::work.exact, ?::jsonb, ?)`,
      [
        ...cellOf(observation),
        choice.key?.source ?? null,
        choice.key?.value ?? null,
        JSON.stringify(choice.why),
        choice.by,
      ],
    );
  }

  /** From what source the value comes that is shown now: a named one, or the return of the country's body. */
  async sourceOf(em: EntityManager, observation: Observation, revision: Revision): Promise<string> {
    const [row] = await em.execute<{ source: string | null; publisher: string }[]>(
      `select r.source, coalesce(o.names->>'en', a.names->>'en') as publisher
       from work.revision r join work.area a on a.code = ?
       left join work.user_account u on u.id = r.author left join work.organisation o on o.id = u.organisation
       where r.id = ?`,
      [observation.area, revision.id],
    );
    if (row?.source != null) return row.source;
    return this.source(em, {
      title: revision.sourceText ?? `Return for ${String(observation.year)}`,
      publisher: row?.publisher ?? observation.area,
      year: observation.year,
      url: null,
    });
  }
}
