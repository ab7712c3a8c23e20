import { hash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Compilable, type CompiledQuery, type Kysely, sql } from 'kysely';
import { db, publicDb } from './db.ts';
import type { PublicTables } from './tables.ts';

/** The parameters of a statement of the public side: a release, and what to read from it. */
export interface Asked {
  at?: number;
  code?: string;
  codes?: readonly string[];
  areas?: readonly string[];
  laws?: readonly string[];
  /** Those indicators, of many, whose figures are shown. */
  shown?: readonly string[];
  /** The last year that the answer covers. */
  upTo?: number;
  /** Areas, and the indicators to look through in order, as JSON (key-facts.ts). */
  near?: string;
  /** Releases to compare, as JSON. */
  pairs?: string;
  most?: number;
  /** Years. */
  from?: number;
  to?: number;
  /** SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  part?: string;
  /** The columns of the last row before the page, as texts. */
  place?: readonly string[];
}

/** A placeholder in the text of a statement for a value that is bound when it is sent. */
class Bound {
  constructor(readonly name: keyof Asked) {}
}

/** The parameters as expressions for the text of a statement. */
export const ASKED = {
  at: sql<number>`${new Bound('at')}::int`,
  /** The previous release. */
  before: sql<number>`(${new Bound('at')}::int - 1)`,
  code: sql<string>`${new Bound('code')}::text`,
  /** Any of the codes: `where('t.indicator', '=', codes)`. */
  codes: sql<string>`any(${new Bound('codes')}::text[])`,
  areas: sql<string>`any(${new Bound('areas')}::text[])`,
  /** The first of the areas: an index can find it before any plan knows how many there are. */
  area: sql<string>`(${new Bound('areas')}::text[])[1]`,
  laws: sql<string>`any(${new Bound('laws')}::text[])`,
  shown: sql<string>`any(${new Bound('shown')}::text[])`,
  upTo: sql<number>`${new Bound('upTo')}::int`,
  /** Each entry as a row `g`. */
  near: sql<{
    areas: string[];
    codes: string[];
  }>`jsonb_to_recordset(${new Bound('near')}::jsonb)`.as<'g'>(sql`g(areas text[], codes text[])`),
  /** Each pair of releases as a row `p`. */
  pairs: sql<{
    release: number;
    earlier: number;
  }>`jsonb_to_recordset(${new Bound('pairs')}::jsonb)`.as<'p'>(sql`p(release int, earlier int)`),
  most: sql<number>`${new Bound('most')}::int`,
  from: sql<number>`${new Bound('from')}::int`,
  to: sql<number>`${new Bound('to')}::int`,
  part: sql<string>`${new Bound('part')}::text`,
  place: sql<string[]>`(${new Bound('place')}::text[])`,
  /** Each of the areas as a row `a(area)`. */
  eachArea: sql<{ area: string }>`unnest(${new Bound('areas')}::text[])`.as<'a'>(sql`a(area)`),
  /** Each of the codes as a row `i(code)`. */
  eachCode: sql<{ code: string }>`unnest(${new Bound('codes')}::text[])`.as<'i'>(sql`i(code)`),
};

interface Statement {
  compiled: CompiledQuery;
  values: unknown[];
}

/** How a connection prepares a statement: under which name, and how it is planned. */
export interface Preparation {
  name: string;
  planning: Planning;
}

/**
 * ONCE: one plan for all values. A statement of many parts, each found by its keys, would otherwise be planned anew with every request, which takes
 * longer than reading. BY_VALUES: if the best plan depends on the values, such as how many rows of a list.
 */
export type Planning = 'ONCE' | 'BY_VALUES';

const preparations = new Map<string, Preparation>();

/** Undefined for a statement that is not prepared. */
export const preparationOf = (text: string): Preparation | undefined => preparations.get(text);

type Build<Row, Parts> = (
  db: Kysely<PublicTables>,
  asked: typeof ASKED,
  parts: Parts,
) => Compilable<Row>;

/**
 * A statement that the process writes once and each connection plans once: writing and planning a page took longer than reading it. A request decides
 * only which parts the text has, so there are few variants.
 */
export function prepared<Row, Parts extends Readonly<Record<string, boolean>>>(
  build: Build<Row, Parts>,
  { dbOf = publicDb, planning = 'BY_VALUES' }: { dbOf?: typeof publicDb; planning?: Planning } = {},
): (em: SqlEntityManager, asked: Asked, parts: Parts) => Promise<Row[]> {
  const written = new Map<string, Statement>();
  return async (em, asked, parts) => {
    const db = dbOf(em);
    const key = Object.values(parts).join();
    const statement = written.get(key) ?? write(build(db, ASKED, parts).compile(), planning);
    written.set(key, statement);
    const parameters = statement.values.map((value) =>
      value instanceof Bound ? asked[value.name] : value,
    );
    const { rows } = await db.executeQuery<Row>({ ...statement.compiled, parameters });
    return rows;
  };
}

/**
 * The rows of a desk query whose text is the same for all requests: all values are bound, a list as one array. It is prepared as well, because
 * planning such a query takes longer than reading it. Not for building a release: a cached plan would ignore how that transaction wants its tables
 * joined (planning.ts).
 */
export async function preparedRows<Row>(
  em: SqlEntityManager,
  query: Compilable<Row>,
): Promise<Row[]> {
  const compiled = query.compile();
  remember(compiled.sql, 'BY_VALUES');
  const { rows } = await db(em).executeQuery(compiled);
  return rows;
}

function remember(text: string, planning: Planning): void {
  if (preparations.has(text)) return;
  preparations.set(text, { name: hash('sha256', text).slice(0, 32), planning });
}

/** Each parameter is bound once, however often the text uses it. */
function write(compiled: CompiledQuery, planning: Planning): Statement {
  const values: unknown[] = [];
  const isSame = (one: unknown, other: unknown) =>
    one instanceof Bound && other instanceof Bound && one.name === other.name;
  const text = compiled.sql.replaceAll(/\$(\d+)/g, (_, number: string) => {
    const value = compiled.parameters[Number(number) - 1];
    const known = values.findIndex((one) => isSame(one, value));
    return `$${String(known === -1 ? values.push(value) : known + 1)}`;
  });
  remember(text, planning);
  return { compiled: { ...compiled, sql: text }, values };
}
