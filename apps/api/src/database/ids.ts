import { type RawBuilder, sql } from 'kysely';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Checked first, so that a text that is no id finds nothing, like an unknown id. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The first six bytes of an id of version 7: the milliseconds since 1970. */
const NOW = sql`(select substring(int8send(floor(date_part('epoch', clock_timestamp()) * 1000)::bigint) from 3))`;

/**
 * A new id in SQL, a UUID of version 7. It begins with the time, so the rows of one statement lie side by side in an index, however large it is;
 * random ones would each write a page of their own. PostgreSQL makes such ids itself since version 18.
 */
export const newId: RawBuilder<string> = sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing ${NOW} from 1), 52, 1), 53, 1), 'hex')::uuid`;

/** New ids for very many rows of one statement, in the order of a column: one is made, and its last four bytes count the rows. Takes a fifth of the time. */
export const newIdsBy = (column: string): RawBuilder<string> =>
  sql`encode(overlay((select uuid_send(${newId})) placing int4send((row_number() over (order by ${sql.ref(column)}))::int) from 13), 'hex')::uuid`;
