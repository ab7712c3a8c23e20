import { createHash } from 'node:crypto';
import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import * as v from 'valibot';
import { db } from './db.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { ormConfig, withOrm } from './orm.config.ts';

/** One connection without time limits: a large table may take long, and so may a slow disk. */
const unlimited = (url: string) =>
  ormConfig(
    url,
    { pool: { min: 1, max: 1 } },
    { application_name: 'qadam-backup', keepAlive: true },
  );

const FORMAT = 'qadam-backup/1';
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The first line of a backup: its contents, and what a restore is checked against. */
const manifest = v.object({
  format: v.literal(FORMAT),
  /** By the database's clock: all rows are as of this moment. */
  made: v.string(),
  migrations: v.array(v.string()),
  /** In the order in which their rows follow. */
  tables: v.array(v.object({ table: v.string(), rows: count })),
  releases: v.array(v.object({ number: v.string(), hash: v.string() })),
  audit: v.object({ events: count, head: v.nullable(v.string()) }),
});
export type Manifest = v.InferOutput<typeof manifest>;

/** The last line: the SHA-256 of all lines before it, line ends included. A backup without it is incomplete. */
const seal = v.object({ sha256: v.string() });

/** Why a file is not restored, in a sentence for the operator. */
export class CannotRestore extends Error {
  override readonly name = 'CannotRestore';
}

/**
 * Sessions are not backed up: some may be ended afterwards, and a restore would open them again. Nor is the list of values in work, which triggers make
 * from the observations.
 */
const LEFT_OUT = ['work.session', 'work.value_in_work'];

/** How many rows are read and written at once; rows with files in them are large. */
const ROWS_AT_ONCE = 1000;
const FILES_AT_ONCE = 4;
const CHARACTERS_AT_ONCE = 4_000_000;

interface Table {
  table: string;
  /** The columns to write; PostgreSQL computes the generated ones from them. */
  columns: string;
  files: boolean;
}

async function ownTables(em: EntityManager): Promise<Table[]> {
  return em.execute<Table[]>(
    `select format('%s.%s', n.nspname, c.relname) as "table",
       string_agg(quote_ident(a.attname), ', ') filter (where a.attgenerated = '') as "columns",
       bool_or(a.atttypid = 'bytea'::regtype) as "files"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname in ('work', 'publication') and c.relkind = 'r' and format('%s.%s', n.nspname, c.relname) not in (?)
     group by 1
     -- what a trigger looks for stands there when its rows are restored
     order by exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = min(c.oid) and p.proname = 'refuse_dangling'), 1`,
    [LEFT_OUT],
  );
}

/**
 * Passes a database to `use` as lines of text, all as of one moment: the manifest, the rows of each table as JSON, the seal. It holds nothing but
 * rows, so it can be restored into any PostgreSQL, embedded or not. Readers and writers need not wait while it is made.
 */
export function backup(
  url: string,
  use: (lines: AsyncGenerator<string>) => Promise<void>,
): Promise<void> {
  return withOrm(unlimited(url), (orm) =>
    orm.em.fork().transactional((em) => use(linesOf(em)), {
      isolationLevel: IsolationLevel.REPEATABLE_READ,
      readOnly: true,
    }),
  );
}

async function* linesOf(em: EntityManager): AsyncGenerator<string> {
  const tables = await ownTables(em);
  const sum = createHash('sha256');
  const line = (text: string) => {
    sum.update(`${text}\n`);
    return text;
  };
  yield line(JSON.stringify(await describe(em, tables)));
  for (const { table, files } of tables)
    for await (const row of rowsOf(em, table, files)) yield line(row);
  yield JSON.stringify({ sha256: sum.digest('hex') } satisfies v.InferOutput<typeof seal>);
}

async function describe(em: EntityManager, tables: readonly Table[]): Promise<Manifest> {
  const counted: Manifest['tables'] = [];
  for (const { table } of tables) {
    const { rows } = await db(em)
      .selectFrom(sql.table(table).as('t'))
      .select(({ fn }) => fn.countAll<string>().as('rows'))
      .executeTakeFirstOrThrow();
    counted.push({ table, rows: Number(rows) });
  }
  const [now] = await em.execute<{ made: Date }[]>('select now() as made');
  const done = await em.execute<{ name: string }[]>(
    'select name from public.mikro_orm_migrations order by id',
  );
  return {
    format: FORMAT,
    made: (now?.made ?? new Date()).toISOString(),
    migrations: done.map(({ name }) => name),
    tables: counted,
    ...(await promises(em)),
  };
}

/** What readers of a database can compare with it: the releases with their hashes, and the head of the audit chain. */
async function promises(em: EntityManager): Promise<Pick<Manifest, 'releases' | 'audit'>> {
  const releases = await db(em)
    .selectFrom('publication.release')
    .select(['number', 'content_hash as hash'])
    .orderBy('sequence')
    .execute();
  const last = await db(em)
    .selectFrom('work.audit_event')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { releases, audit: { events: last?.number ?? 0, head: last?.hash ?? null } };
}

async function* rowsOf(em: EntityManager, table: string, files: boolean): AsyncGenerator<string> {
  await em.execute(
    `declare backup_row no scroll cursor for select to_jsonb(t)::text as "row" from ${table} t`,
  );
  const next = `fetch ${String(files ? FILES_AT_ONCE : ROWS_AT_ONCE)} from backup_row`;
  for (;;) {
    const rows = await em.execute<{ row: string }[]>(next);
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await em.execute('close backup_row');
}

/**
 * Reads the lines of a backup into an empty database, all or nothing, and migrates it to the present version. Throws CannotRestore for a database
 * that is not empty, an incomplete file, and a file of a newer version than this. `progress`: how many rows are stored so far, of how many.
 */
export async function restore(
  url: string,
  lines: AsyncGenerator<string>,
  progress: (stored: number, rows: number) => void = () => undefined,
): Promise<Manifest> {
  const first = await lines.next();
  const made = read(manifest, first.done === true ? '' : first.value);
  if (made === null) throw new CannotRestore('This is not a backup of Qadam.');
  const known = new Set(migrations.map(({ name }) => name));
  const newest = made.migrations.at(-1);
  if (newest === undefined || !made.migrations.every((name) => known.has(name)))
    throw new CannotRestore(
      'This backup was made by a newer version of Qadam: restore it with that version.',
    );
  await withOrm(unlimited(url), async (orm) => {
    await refuseUnlessEmpty(orm.em.fork());
    try {
      await orm.em.fork().execute(CLEAR);
      await orm.migrator.up({ to: newest });
      await orm.em
        .fork()
        .transactional((em) =>
          load(em, made, lines, createHash('sha256').update(`${first.value}\n`), progress),
        );
    } catch (error) {
      await orm.em.fork().execute(CLEAR);
      throw error;
    }
  });
  await migrate(url);
  return made;
}

const CLEAR =
  'drop schema if exists work cascade; drop schema if exists publication cascade; drop table if exists public.mikro_orm_migrations';

/** Our tables may be there if they have no rows: that is what an interrupted restore leaves. */
async function refuseUnlessEmpty(em: EntityManager): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const [there] = await em.execute<{ schemas: boolean; migrated: boolean }[]>(
    `select to_regnamespace('work') is not null or to_regnamespace('publication') is not null as schemas,
       to_regclass('public.mikro_orm_migrations') is not null as migrated`,
  );
  const done =
    there?.migrated === true
      ? await em.execute<{ name: string }[]>('select name from public.mikro_orm_migrations')
      : [];
  let isEmpty = done.every(({ name }) => known.has(name)) && (done.length > 0 || !there?.schemas);
  for (const { table } of isEmpty ? await ownTables(em) : [])
    isEmpty &&= (await em.execute(`select from ${table} limit 1`)).length === 0;
  if (!isEmpty)
    throw new CannotRestore('This database is in use: a backup is restored into an empty one.');
}

/** References are added and checked at the end, each once, because tables refer to each other in circles. */
async function load(
  em: EntityManager,
  { tables, releases, audit }: Manifest,
  lines: AsyncGenerator<string>,
  sum: ReturnType<typeof createHash>,
  progress: (stored: number, rows: number) => void,
): Promise<void> {
  const references = await em.execute<{ table: string; name: string; definition: string }[]>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as "name", pg_get_constraintdef(oid) as "definition"
     from pg_constraint where contype = 'f' and connamespace in ('work'::regnamespace, 'publication'::regnamespace)`,
  );
  for (const { table, name } of references)
    await em.execute(`alter table ${table} drop constraint ${name}`);
  const own = new Map((await ownTables(em)).map(({ table, columns }) => [table, columns]));
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  let stored = 0;
  for (const { table, rows } of tables) {
    const columns = own.get(table);
    if (columns === undefined)
      throw new CannotRestore(`This backup has a table ${table} that is not known.`);
    for await (const batch of batches(lines, rows, sum)) {
      await sql`insert into ${sql.table(table)} (${sql.raw(columns)}) overriding system value
        select ${sql.raw(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${batch.join(',')}]`}::jsonb)`.execute(
        db(em),
      );
      stored += batch.length;
      progress(stored, all);
    }
  }
  const last = await lines.next();
  const sealed = read(seal, last.done === true ? '' : last.value);
  if (sealed?.sha256 !== sum.digest('hex'))
    throw new CannotRestore(
      'This backup is not whole, or was changed after it was made. Nothing was restored.',
    );
  // checks of rows that were put off come first: PostgreSQL alters no table that still waits for one
  await em.execute('set constraints all immediate');
  for (const { table, name, definition } of references)
    await em.execute(`alter table ${table} add constraint ${name} ${definition}`);
  await goOnCounting(em);
  await queueAgain(em, own);
  const found = await promises(em);
  if (JSON.stringify(found) !== JSON.stringify({ releases, audit }))
    throw new CannotRestore(
      'The restored releases or audit chain are not those of the backup. Nothing was restored.',
    );
}

async function* batches(
  lines: AsyncGenerator<string>,
  rows: number,
  sum: ReturnType<typeof createHash>,
): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for (let row = 0; row < rows; row += 1) {
    const next = await lines.next();
    if (next.done === true) break; // the seal is missing too then, and the check of it reports that
    sum.update(`${next.value}\n`);
    batch.push(next.value);
    size += next.value.length;
    if (batch.length < ROWS_AT_ONCE && size < CHARACTERS_AT_ONCE) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Rows were inserted with their numbers, so the counters are set to go on after them. */
async function goOnCounting(em: EntityManager): Promise<void> {
  const counters = await em.execute<{ table: string; column: string }[]>(
    `select format('%s.%s', table_schema, table_name) as "table", column_name as "column"
     from information_schema.columns where is_identity = 'YES' and table_schema in ('work', 'publication')`,
  );
  for (const { table, column } of counters)
    await em.execute(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), coalesce(max(${column}), 0) + 1, false) from ${table}`,
    );
}

/** The jobs that would have tried these again are not in the file. What waits gets a job, and a mail needs a new one. */
async function queueAgain(em: EntityManager, tables: ReadonlyMap<string, unknown>): Promise<void> {
  const retried: Readonly<Record<string, string>> = {
    'work.notification': 'job = gen_random_uuid()',
    'work.webhook_delivery': 'status = null',
  };
  for (const [table, more] of Object.entries(retried))
    if (tables.has(table))
      // an older version has no webhooks
      await em.execute(
        `update ${table} set state = 'WAITING', error = null, ${more} where state = 'RETRY'`,
      );
}

function read<S extends v.GenericSchema>(schema: S, line: string): v.InferOutput<S> | null {
  try {
    const result = v.safeParse(schema, JSON.parse(line));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
