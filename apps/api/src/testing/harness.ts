import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import inject, { type InjectOptions, type Response } from 'light-my-request';
import type { AppOptions } from '../app.module.ts';
import { oneLogin } from '../config/databases.ts';
import { ormConfig } from '../database/orm.config.ts';
import { createApp } from '../create-app.ts';
import type { Settings } from '../config/settings.ts';
import { cookieName } from '../features/users/cookies.ts';
import { SessionStore } from '../features/users/session.store.ts';
import { UserAccount } from '../features/users/user-account.entity.ts';
import { log } from '../http/log.ts';
import { seedTest, type Seed } from './seed.ts';
import { startTestDatabase, type TestDatabase } from './database.ts';
import { statementsOf } from './statements-of.ts';

export interface Answer<T> {
  data?: T;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; requestId: string; retryAfter?: number };
  }[];
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test that names no type reads what it asked for, and fails where it is not
type Anything = any;
type Variables = Record<string, unknown>;

export interface TestApp {
  app: NestFastifyApplication;
  /** With the rights of the database's owner, who may do what the product never does. */
  orm: MikroORM;
  /** A new fork with each call, so that nothing is remembered. */
  em: () => EntityManager;
  /** A visitor's query to /graphql, different each time, so that no stored answer is used and rows that a test has written directly are seen. */
  publicQuery: <T = Anything>(query: string, variables?: Variables) => Promise<Answer<T>>;
  /** A request to /work/graphql with a session (null: without). */
  work: <T = Anything>(
    email: string | null,
    query: string,
    variables?: Variables,
  ) => Promise<Answer<T>>;
  /** Sends a request the way a real one comes, which begins in front of Fastify (http/public-answers.ts). */
  http: (asked: InjectOptions | string) => Promise<Response>;
  /** Listens on a free port of this machine only; returns the address. */
  listen: () => Promise<string>;
  /** The cookie header of a session, made without the cost of hashing a password. */
  cookie: (email: string) => Promise<string>;
  /**
   * How many SQL statements run during `work`, without begin and commit, and without the query for the current release, which runs once a second for
   * all.
   */
  statements: (work: () => Promise<unknown>) => Promise<number>;
  stop: () => Promise<void>;
}

const SETTINGS: Settings = {
  demo: true,
  production: false,
  publicOrigin: 'http://localhost:3000',
  secrets: ['a secret that only these tests know'],
  sendsMail: true,
  databaseFolder: null,
  contact: null,
  signOn: null,
  reportingOrganisation: { ref: 'XX-EXAMPLE-1', type: '90', name: 'Example' },
  readsPerMinute: 600,
  evidenceQuotaMegabytes: 500,
  webhooksToPrivateNetworks: false,
  trustProxy: ['loopback'],
};

interface TestOptions extends Pick<AppOptions, 'connections' | 'session'> {
  seed?: Seed;
  settings?: Partial<Settings>;
  /** A migrated database; by default a new one for the suite. */
  database?: TestDatabase;
  webRoot?: string;
}

/** The owner's ORM reuses the metadata of the desks' one: reading the entities takes a sixth of a start. */
function ownersOrm(url: string, desks: MikroORM): MikroORM {
  const discovery = { skipSyncDiscovery: true };
  const orm = new MikroORM(ormConfig(url, { contextName: 'owner', discovery }));
  orm.driver.setMetadata(desks.getMetadata());
  // global, as `MikroORM.init` makes it, so that using it without a fork is refused
  const em = Object.assign(orm.driver.createEntityManager(), { global: true });
  return Object.assign(orm, { em });
}

export async function startTestApp(options: TestOptions = {}): Promise<TestApp> {
  log.level = 'silent';
  const { seed = 'none', settings, database = await startTestDatabase(seed), ...others } = options;
  const app = await createApp({
    database: oneLogin(database.url),
    settings: { ...SETTINGS, ...settings },
    ...others,
  });
  const orm = ownersOrm(database.url, app.get(MikroORM, { strict: false }));
  const em = () => orm.em.fork();
  if (seed !== 'none' && database.seeded !== true) {
    await seedTest(orm, seed);
    await database.keep?.();
  }

  const http: TestApp['http'] = async (sent) =>
    inject((request, response) => app.getHttpServer().emit('request', request, response), sent);

  let asked = 0;

  const cookies = new Map<string, string>();
  async function cookie(email: string): Promise<string> {
    const known = cookies.get(email);
    if (known) return known;
    const user = await em().findOne(UserAccount, { email });
    if (!user) throw new Error(`There is no account ${email}.`);
    const origin = settings?.publicOrigin ?? SETTINGS.publicOrigin;
    const token = await app.get(SessionStore, { strict: false }).start(user.id);
    const header = `${cookieName('session', origin)}=${token}`;
    cookies.set(email, header);
    return header;
  }

  async function ask<T>(
    url: string,
    query: string,
    variables: Variables,
    headers: Record<string, string>,
  ): Promise<Answer<T>> {
    const response = await http({
      method: 'POST',
      url,
      headers,
      payload: { query, variables },
    });
    return response.json<Answer<T>>();
  }

  return {
    app,
    orm,
    em,
    cookie,
    publicQuery: (query, variables = {}) =>
      ask('/graphql', query, { ...variables, asked: (asked += 1) }, {}),
    work: async (email, query, variables = {}) =>
      ask('/work/graphql', query, variables, email === null ? {} : { cookie: await cookie(email) }),
    http,
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    statements: async (work) => (await statementsOf(work)).length,
    stop: async () => {
      await app.close();
      await orm.close(true);
      await database.stop();
    },
  };
}
