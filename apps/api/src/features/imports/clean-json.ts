import { type RawBuilder, sql } from 'kysely';
import { asJson } from './as-json.ts';

/** Text from a file as a jsonb value. Not in `as-json.ts`, because the worker thread loads that file without the database. */
export const cleanJson = <T>(value: T): RawBuilder<T> => sql<T>`${asJson(value)}::jsonb`;
