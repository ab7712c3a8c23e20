import { type RawBuilder, sql } from 'kysely';
import { asJson } from './as-json.ts';

/** A value for a jsonb column of what a file says. Apart from `as-json.ts`, which the thread that reads files loads without a database. */
export const cleanJson = <T>(value: T): RawBuilder<T> => sql<T>`${asJson(value)}::jsonb`;
