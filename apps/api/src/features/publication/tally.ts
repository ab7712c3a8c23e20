import { expressionBuilder, sql } from 'kysely';
import type { PublicTables } from '../../database/tables.ts';
import type { Origin } from './published-value.entity.ts';
import { type At, standsIn } from './rows-as-of.ts';

const eb = expressionBuilder<PublicTables>();

/** The counts of a release, `t`: one row for each indicator and area. Not by `rowsAsOf`, with which the codes that SDMX reads take 25 ms more. */
export const tally = (at: At) => eb.selectFrom('publication.tally as t').where(standsIn('t', at));

/** The sum of a count over the rows of `tally`. */
export const tallied = <Name extends 'rows' | 'figures' | 'hidden'>(name: Name) =>
  total(`t.${name}`).as<Name>(name);

const total = (column: string) => sql<number>`coalesce(sum(${sql.ref(column)}), 0)::int`;

/** The origins of the counted rows, `o`. */
export const origins = (at: At) =>
  tally(at).innerJoinLateral(
    sql<Origin>`jsonb_to_recordset(t.origins)`.as<'o'>(
      sql`o(source text, body text, own boolean, rows int, hidden int, first int, last int)`,
    ),
    (on) => on.onTrue(),
  );

/** For grouped origins: how many rows, and of which years. */
export const talliedOrigins = [
  total('o.rows').as('rows'),
  total('o.hidden').as('hidden'),
  sql<number>`min(o.first)`.as('first'),
  sql<number>`max(o.last)`.as('last'),
] as const;
