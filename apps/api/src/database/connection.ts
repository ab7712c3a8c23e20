import { channel } from 'node:diagnostics_channel';
import { type EntityManager, PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import {
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type PostgresCursor,
  type PostgresDialectConfig,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type TransactionSettings,
} from 'kysely';
import { traced } from '../http/traced.ts';
import { isEmbedded } from './embedded.ts';
import { hasCode, isDatabaseAway, refuseUnstorable } from './error-code.ts';
import { withoutPadding } from './exact-column.ts';
import { type Planning, type Preparation, preparationOf } from './prepared.ts';
import { type Replica, ReplicaChoice } from './replicas.ts';
import { PUBLIC, quoted, roleName, type Standing, standing } from './standing.ts';

/** A channel on which the text of every statement is published when it is sent. */
export const STATEMENTS = channel('qadam:statement');

/** Members of pg's pool that Kysely's type lacks, such as how its clients read each type. */
interface DriverPool extends PostgresPool {
  connect: () => Promise<PooledClient>;
  totalCount: number;
  idleCount: number;
  waitingCount: number;
  options: {
    types: { setTypeParser: (type: number, read: (text: string) => unknown) => void };
  };
}

/**
 * Members of pg's clients that Kysely's type lacks: releasing with an error, which closes the connection instead of keeping it, and named statements.
 */
interface PooledClient extends PostgresPoolClient {
  release: (reason?: Error) => void;
  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(statement: Named): Promise<PostgresQueryResult<R>>;
}

/** A statement that the connection plans when it is sent for the first time. */
interface Named {
  name: string;
  text: string;
  values: unknown[];
}

/**
 * MikroORM's connection with one difference: a connection that may be broken leaves the pool. Kysely keeps a connection for good if BEGIN or ROLLBACK
 * fails on it, and hands one out again after a statement on it was given up: after ten connections had been cut amid transactions none were left, and
 * only a new process had some. Cursors and connection hooks are not supported: nothing here uses them.
 */
export class Connection extends PostgreSqlConnection {
  /** When work on one of its connections last ended and the server was there, by `performance.now()`. */
  answeredAt = -Infinity;
  private pool: DriverPool | undefined;
  private leases: PostgresPool | undefined;

  /** How many connections are open, how many of them do nothing, and how many requests wait for one. */
  get use(): { open: number; idle: number; waiting: number } {
    const {
      totalCount: open = 0,
      idleCount: idle = 0,
      waitingCount: waiting = 0,
    } = this.pool ?? {};
    return { open, idle, waiting };
  }

  override createKyselyDialect(options: object): PostgresDialect {
    this.leases = this.makePool(options);
    return new PatchedDialect({ pool: this.leases });
  }

  lease(): Promise<PostgresPoolClient> {
    this.getClient(); // makes the pool if this is its first use
    if (!this.leases) throw new Error('MikroORM made no pool.');
    return this.leases.connect();
  }

  protected makePool(options: object): PostgresPool {
    let pool: DriverPool | undefined;
    super.createKyselyDialect({
      ...options,
      onPoolCreated: (created: DriverPool) => (pool = created),
    });
    if (!pool) throw new Error('MikroORM made no pool.');
    this.pool = pool;
    for (const [type, read] of READ_AS) pool.options.types.setTypeParser(type, read);
    const onAnswer = () => (this.answeredAt = performance.now());
    const isShared = isEmbedded(this.config.get('clientUrl'));
    const { acts_for: side } = this.config.get<'driverOptions', { acts_for?: Side }>(
      'driverOptions',
    );
    const as = side === undefined ? () => null : STANDINGS[side];
    const lease = isShared
      ? (client: PooledClient, who: Standing | null) =>
          new Lease(client, onAnswer, { prefix: who === null ? '' : markOf(who) })
      : async (client: PooledClient, who: Standing | null) => {
          if (who !== null) await stand(client, settingOf(who, this.config.get('dbName')));
          return new Lease(client, onAnswer, { preparationOf });
        };
    return leasing(pool, as, lease);
  }
}

/** A replica of the primary. What it fails to answer is asked of the primary instead, so that readers do not notice. */
class ReplicaConnection extends Connection implements Replica {
  lostAt = -Infinity;
  private readonly primary: Connection;

  constructor(primary: Connection, ...[config, options]: ConstructorParameters<typeof Connection>) {
    super(config, options, 'read');
    this.primary = primary;
  }

  get host(): string {
    const { hostname, port } = new URL(String(this.options.clientUrl));
    return `${hostname}:${port}`;
  }

  protected override makePool(options: object): PostgresPool {
    const own = super.makePool(options);
    const instead = (error: unknown, asked: number): Promise<PostgresPoolClient> => {
      if (!isDatabaseAway(error) && !hasCode(error, OF_REPLICA)) throw error;
      // if others were answered in the meantime, the replica is there and only its connections were all in use
      if (this.answeredAt <= asked) this.lostAt = performance.now();
      return this.primary.lease();
    };
    return {
      connect: () => {
        const asked = performance.now();
        return own.connect().then(
          (client) => new BackedLease(client, instead),
          (error: unknown) => instead(error, asked),
        );
      },
      end: () => own.end(),
      options: own.options,
    };
  }
}

/**
 * Errors that only the replica may have: a login or right that is missing, a statement cancelled because the primary removed its rows, a table that
 * is not there yet, a failing disk. If the statement itself is wrong, the primary reports the same.
 */
const OF_REPLICA = /^(28|40|42|58|XX)/;

/**
 * A connection to the primary, to use after this error of work that began at the time `asked`; rejects if the error does not mean that the replica
 * failed.
 */
type Instead = (error: unknown, asked: number) => Promise<PostgresPoolClient>;

/**
 * A connection to a replica until that fails, then one to the primary, to which the statement is sent again. It is used only for reads outside
 * transactions.
 */
class BackedLease implements PostgresPoolClient {
  private client: PostgresPoolClient;
  private readonly instead: Instead;

  constructor(client: PostgresPoolClient, instead: Instead) {
    this.client = client;
    this.instead = instead;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(sql: string | PostgresCursor<R>, parameters: readonly unknown[] = []) {
    const { client } = this;
    if (typeof sql !== 'string') return client.query(sql);
    const asked = performance.now();
    return client.query<R>(sql, parameters).catch(async (error: unknown) => {
      this.client = await this.instead(error, asked);
      client.release();
      return this.client.query<R>(sql, parameters);
    });
  }

  release(): void {
    this.client.release();
  }
}

export class Driver extends PostgreSqlDriver {
  /** Which replica releases are read from; there is none without DATABASE_READ_URLS. */
  readonly choice: ReplicaChoice<ReplicaConnection>;
  protected override readonly connection = new Connection(this.config);
  protected override readonly replicas = this.createReplicas(
    (options) => new ReplicaConnection(this.connection, this.config, options),
  );

  constructor(...args: ConstructorParameters<typeof PostgreSqlDriver>) {
    super(...args);
    this.choice = new ReplicaChoice(
      this.replicas.filter((replica) => replica instanceof ReplicaConnection),
      () => this.connection.getClient(),
    );
  }

  /** Overridden, because MikroORM takes any replica for a read, whatever state it is in. */
  override getConnection(type?: 'read' | 'write'): Connection {
    return (type === 'read' ? this.choice.usable : null) ?? this.connection;
  }
}

/** How values of int8, timestamptz and numeric (by the numbers of these types) are read. */
const READ_AS: readonly [number, (text: string) => unknown][] = [
  [20, Number],
  [1184, (text) => new Date(text)],
  [1700, withoutPadding],
];

class PatchedDialect extends PostgresDialect {
  private readonly config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.config = config;
  }

  override createDriver(): PatchedDriver {
    return new PatchedDriver(this.config);
  }
}

class PatchedDriver extends PostgresDriver {
  override async beginTransaction(
    connection: Leased,
    settings: TransactionSettings,
  ): Promise<void> {
    try {
      await super.beginTransaction(connection, settings);
    } catch (error) {
      await this.releaseConnection(connection);
      throw error;
    }
  }

  /** If the rollback fails, the connection is lost and the server undoes what was not committed, so it counts as rolled back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}

type Leased = Parameters<PostgresDriver['releaseConnection']>[0];

/** Whose requests a pool serves. A pool without a side keeps the rights of its login. */
type Side = 'desks' | 'readers';
const STANDINGS: Readonly<Record<Side, () => Standing>> = {
  desks: standing,
  readers: () => PUBLIC,
};

const leasing = (
  pool: DriverPool,
  as: () => Standing | null,
  lease: (client: PooledClient, who: Standing | null) => Lease | Promise<Lease>,
): PostgresPool => ({
  connect: async () => {
    const who = as(); // the standing of the request that asks now, not of the one that returned the connection
    return lease(await pool.connect(), who);
  },
  end: () => pool.end(),
  options: pool.options,
});

const kept = new WeakMap<PooledClient, string>();

/**
 * Sets role and country of a connection; they stay until it is used for others. Sent as simple statements: with bound parameters it would take three
 * times as long.
 */
async function stand(client: PooledClient, who: string): Promise<void> {
  if (kept.get(client) === who) return;
  try {
    await client.query(who, []);
  } catch (error) {
    client.release(error instanceof Error ? error : new Error());
    throw error;
  }
  kept.set(client, who);
}

const plannings = new WeakMap<PooledClient, Planning>();

const PLANNED: Readonly<Record<Planning, string>> = {
  ONCE: 'set plan_cache_mode = force_generic_plan',
  BY_VALUES: 'set plan_cache_mode = auto',
};

/**
 * Sets how a connection plans; it stays so until a statement needs the other way. In a failed transaction it cannot be set, and the rollback brings
 * back what was set when the transaction or its savepoint began: BY_VALUES, as for all statements except ONCE ones.
 */
async function plan(client: PooledClient, as: Planning): Promise<void> {
  if ((plannings.get(client) ?? 'BY_VALUES') === as) return;
  try {
    await client.query(PLANNED[as], []);
    plannings.set(client, as);
  } catch (error) {
    if (!hasCode(error, TRANSACTION_FAILED)) throw error;
    plannings.set(client, 'BY_VALUES');
  }
}
const TRANSACTION_FAILED = /^25P02$/;

/** Codes of areas are words; this makes sure that nothing else gets into a statement. */
function areaOf({ area }: Standing): string {
  if (!/^[\w ]*$/.test(area)) throw new Error('These are no codes of areas.');
  return area;
}
const settingOf = (who: Standing, database: string): string =>
  `set role ${quoted(roleName(database, who.role))}; set qadam.area = '${areaOf(who)}'`;

/** All connections of the embedded database are one session, so each statement is marked with the role and country it runs as (pglite-worker.mjs). */
const markOf = (who: Standing): string => `/*as ${who.role} ${areaOf(who)}*/`;

/** A connection while it is in use. It goes back to the pool once, and not at all after an error that was not about a statement. */
class Lease implements PostgresPoolClient {
  private readonly client: PooledClient;
  private readonly onAnswer: () => void;
  private readonly preparationOf: (text: string) => Preparation | undefined;
  private readonly prefix: string;
  private reason: Error | undefined;
  private isReleased = false;

  constructor(
    client: PooledClient,
    onAnswer: () => void,
    {
      preparationOf = () => undefined,
      prefix = '',
    }: { preparationOf?: (text: string) => Preparation | undefined; prefix?: string },
  ) {
    this.client = client;
    this.onAnswer = onAnswer;
    this.preparationOf = preparationOf;
    this.prefix = prefix;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(sql: string | PostgresCursor<R>, parameters: readonly unknown[] = []) {
    if (typeof sql !== 'string') return this.client.query(sql);
    refuseUnstorable(sql, parameters);
    STATEMENTS.publish(sql);
    const step = { kind: 'statement' as const, name: 'statement', text: sql };
    const answer = traced(step, () => this.send<R>(sql, parameters));
    return answer.catch((error: unknown) => {
      if (!isAboutStatement(error)) this.reason = error instanceof Error ? error : new Error();
      throw error;
    });
  }

  private async send<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const { name, planning = 'BY_VALUES' } = this.preparationOf(text) ?? {};
    await plan(this.client, planning);
    return name === undefined
      ? this.client.query<R>(`${this.prefix}${text}`, values)
      : this.client.query<R>({ name, text, values: [...values] });
  }

  release(): void {
    if (this.isReleased) return;
    this.isReleased = true;
    if (this.reason === undefined) this.onAnswer();
    this.client.release(this.reason);
  }
}

/** SQLSTATEs that mean that the server has ended the session, or is about to. */
const ENDED = /^(08...|57P..|25P0[34])$/;

/** Did the server refuse a statement, and will it read the next one? After any other error the state of the connection is unknown. */
const isAboutStatement = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && !hasCode(error, ENDED);

/** Rejects if the database of this entity manager does not answer. */
export const answers = (em: EntityManager): Promise<unknown> => em.fork().execute('select 1');
