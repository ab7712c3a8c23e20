import { isIP } from 'node:net';
import path from 'node:path';
import * as v from 'valibot';
import { CONNECTIONS, STATEMENT_SECONDS } from './connections.ts';
import type { Databases } from './databases.ts';
import type { Secrets } from './secrets.ts';

type Variables = Readonly<Record<string, string | undefined>>;
export type Env = ReturnType<typeof readEnv>;
export type Smtp = NonNullable<Env['smtp']>;

/** Longer than it takes to update and restart a database: meanwhile this process can show stored pages, which a new one does not have. */
const GIVE_UP_AFTER_S = 600;
/** Levels of pino, the most urgent first. */
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug'] as const;
/** Enough time for a load balancer to ask once more whether this process is ready, and to stop sending requests to it. */
const DRAIN_SECONDS = 3;
const repositoryRoot = path.join(import.meta.dirname, '../../../..');

/** Why Qadam does not start: all problems at once, one line each. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  constructor(readonly problems: readonly string[]) {
    const mark = problems.length === 1 ? ' ' : '\n  - ';
    super(`Qadam cannot start:${problems.map((problem) => mark + problem).join('')}`);
  }
}

const text = v.string();
const maybe = <S extends v.GenericSchema<string>>(schema: S) =>
  v.optional(v.nullable(schema), null);
const whole = (usual: number, [least, most = Infinity]: [number, number?], message: string) =>
  v.optional(
    v.pipe(
      text,
      v.transform(Number),
      v.integer(message),
      v.minValue(least, message),
      v.maxValue(most, message),
    ),
    String(usual),
  );
const url = (fits: (url: URL) => boolean, message: string) =>
  v.pipe(
    text,
    v.check((given) => {
      const parsed = URL.parse(given);
      return parsed !== null && fits(parsed);
    }, message),
  );
const matching = (pattern: RegExp, message: string) => v.pipe(text, v.regex(pattern, message));
/** Required as soon as another variable is set. */
const needed = (message: string) => v.pipe(text, v.nonEmpty(message));

const SENDER = /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;
/** An organisation as IATI identifies it: the agency that registers organisations, and the number there (org-id.guide). */
const ORGANISATION = /^[A-Z]{2,}-[A-Z0-9]+-[^/&|?\s]+$/;
/** Codes of IATI's OrganisationType. */
const ORGANISATION_TYPE = /^(10|11|15|2[1-4]|30|40|60|7[0-3]|80|90)$/;
/** A made-up organisation, so that the demonstration is complete; no real one has this number. */
const DEMONSTRATION = {
  ref: 'XX-DEMO-QADAM',
  type: '90',
  name: 'Demonstration of Qadam, no organisation',
};

const isDatabase = (given: string) =>
  ['postgres:', 'postgresql:'].includes(URL.parse(given)?.protocol ?? '');
const database = v.pipe(text, v.check(isDatabase, 'is not a postgresql:// address.'));
const listOf = (given: string) => given.split(',').map((item) => item.trim());

/** docs/operations.md says what each variable is for. Some are read only if another one is set. Each message is a sentence about the variable. */
const environment = (given: Variables) =>
  v.object({
    PORT: whole(3000, [1, 65_535], 'is not a port number.'),
    HOST: v.optional(text, '127.0.0.1'),
    DATA_DIR: v.optional(text, path.join(repositoryRoot, '.data')),
    DATABASE_URL: maybe(database),
    DATABASE_OWNER_URL: maybe(database),
    DATABASE_PUBLIC_URL: maybe(database),
    DATABASE_READ_URLS: v.optional(
      v.pipe(
        text,
        v.transform(listOf),
        v.everyItem(isDatabase, 'is not a list of postgresql:// addresses.'),
        v.check(
          () => given['DATABASE_URL'] !== undefined,
          'is of no use without DATABASE_URL: the embedded database has no replicas.',
        ),
      ),
    ),
    DATABASE_CONNECTIONS: whole(CONNECTIONS.desks, [1], 'is not a number of connections.'),
    DATABASE_PUBLIC_CONNECTIONS: whole(CONNECTIONS.public, [1], 'is not a number of connections.'),
    DATABASE_STATEMENT_SECONDS: whole(
      STATEMENT_SECONDS.desks,
      [1, 3600],
      'is not a number of seconds from 1 to 3600.',
    ),
    DATABASE_PUBLIC_STATEMENT_SECONDS: whole(
      STATEMENT_SECONDS.public,
      [1, 3600],
      'is not a number of seconds from 1 to 3600.',
    ),
    DATABASE_GIVE_UP_AFTER: whole(GIVE_UP_AFTER_S, [0], 'is not a number of seconds.'),
    QADAM_DEMO: v.optional(
      v.picklist(['0', '1'], 'is neither 0 nor 1.'),
      given['DATABASE_URL'] === undefined ? '1' : '0',
    ),
    PUBLIC_ORIGIN: maybe(
      url(
        ({ protocol, pathname, search }) =>
          ['http:', 'https:'].includes(protocol) && pathname === '/' && search === '',
        'is not an address like https://example.org.',
      ),
    ),
    SESSION_SECRET: v.optional(
      v.nullable(
        v.pipe(
          text,
          v.transform(listOf),
          v.everyItem((secret) => secret.length >= 32, 'has fewer than 32 characters.'),
          v.transform((secrets) => secrets as unknown as Secrets),
        ),
      ),
      null,
    ),
    SMTP_URL: maybe(
      url(
        ({ protocol, hostname }) => ['smtp:', 'smtps:'].includes(protocol) && hostname !== '',
        'is not an smtp:// or smtps:// address.',
      ),
    ),
    OIDC_ISSUER: maybe(url(({ protocol }) => protocol === 'https:', 'is not an https:// address.')),
    ...(given['OIDC_ISSUER'] === undefined
      ? { OIDC_CLIENT_ID: v.optional(text, ''), OIDC_CLIENT_SECRET: v.optional(text, '') }
      : {
          OIDC_CLIENT_ID: v.optional(needed('is needed with OIDC_ISSUER.'), ''),
          OIDC_CLIENT_SECRET: v.optional(needed('is needed with OIDC_ISSUER.'), ''),
        }),
    MAIL_FROM:
      given['SMTP_URL'] === undefined
        ? v.optional(text, '')
        : v.optional(
            v.pipe(
              needed('is needed with SMTP_URL.'),
              v.regex(SENDER, 'is not an e-mail address.'),
            ),
            '',
          ),
    IATI_ORG_REF: maybe(matching(ORGANISATION, 'is not an identifier like XM-DAC-12345.')),
    ...(given['IATI_ORG_REF'] === undefined
      ? { IATI_ORG_NAME: v.optional(text, ''), IATI_ORG_TYPE: v.optional(text, '') }
      : {
          IATI_ORG_NAME: v.optional(needed('is needed with IATI_ORG_REF.'), ''),
          IATI_ORG_TYPE: v.optional(
            matching(ORGANISATION_TYPE, 'is not an organisation type of IATI.'),
            '90',
          ),
        }),
    CONTACT_EMAIL: maybe(matching(/^[^\s<>@]+@[^\s<>@]+$/, 'is not an e-mail address.')),
    READS_PER_MINUTE: whole(600, [0], 'is not a number of requests.'),
    EVIDENCE_QUOTA_MB: whole(
      500,
      [1, 1_000_000],
      'is not a number of megabytes from 1 to 1000000.',
    ),
    LOG_LEVEL: v.optional(
      v.nullable(v.picklist(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}.`)),
      null,
    ),
    DRAIN_SECONDS: v.optional(
      v.nullable(whole(0, [0, 300], 'is not a number of seconds from 0 to 300.')),
      null,
    ),
    METRICS_ADDRESS: maybe(
      url(
        ({ port, pathname, search }) => port !== '' && pathname === '/' && search === '',
        'is not an address like http://127.0.0.1:9464.',
      ),
    ),
    OTEL_EXPORTER_OTLP_ENDPOINT: maybe(
      url(
        ({ protocol, search }) => ['http:', 'https:'].includes(protocol) && search === '',
        'is not an address like http://127.0.0.1:4318.',
      ),
    ),
    WEBHOOKS_TO_PRIVATE_NETWORKS: v.optional(v.picklist(['0', '1'], 'is neither 0 nor 1.'), '0'),
    TRUST_PROXY: v.optional(
      v.pipe(
        text,
        v.transform(listOf),
        v.check(
          (places) => places.every(isTrusted),
          'is not a list of addresses or networks like 10.0.0.0/8.',
        ),
      ),
      'loopback',
    ),
  });

function addressOf(text: string): { host: string; port: number } {
  const { hostname, port } = new URL(text);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** Names of networks that are known to the library that reads X-Forwarded-For. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/** Is it an address, a network or a known name? A number of proxies is not accepted: it would trust whoever connects. */
function isTrusted(place: string): boolean {
  if (NAMED.includes(place)) return true;
  const [address = '', prefix, ...more] = place.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits < 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}

/** The only place that reads the environment: pass it process.env. An empty variable counts as absent. */
export function readEnv(variables: Variables, node = process.versions.node) {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => {
      const trimmed = value?.trim();
      return trimmed ? [[name, trimmed]] : [];
    }),
  );
  const read = v.safeParse(environment(given), given, { abortPipeEarly: true });
  const production = given['DATABASE_URL'] !== undefined && given['QADAM_DEMO'] !== '1';
  const plain = URL.parse(given['PUBLIC_ORIGIN'] ?? 'http://localhost')?.protocol === 'http:';
  const insecure = [
    ...(production && plain ? ['insecure settings: PUBLIC_ORIGIN is not https.'] : []),
    ...(production && given['SESSION_SECRET'] === undefined
      ? ['insecure settings: SESSION_SECRET is not set.']
      : []),
  ];
  const problems = (read.issues ?? []).map(({ message, path }) => {
    const name = String(path?.[0].key);
    return `${name === 'SESSION_SECRET' ? 'insecure settings: ' : ''}${name} ${message}`;
  });
  if (Number.parseInt(node) < 24) problems.unshift(`it runs on Node 24 or newer; this is ${node}.`);
  if (!read.success || problems.length > 0) throw new CannotStart([...problems, ...insecure]);

  const { output } = read;
  const demo = output.QADAM_DEMO === '1';
  const { DATABASE_URL: desks, DATABASE_OWNER_URL: owner, DATABASE_PUBLIC_URL: readers } = output;
  const { IATI_ORG_REF: ref, IATI_ORG_NAME: name, IATI_ORG_TYPE: type } = output;
  return {
    port: output.PORT,
    host: output.HOST,
    dataDir: path.resolve(output.DATA_DIR),
    /** null: the embedded database in dataDir. */
    database:
      desks === null
        ? null
        : ({
            ...{ desks, owner: owner ?? desks, readers: readers ?? desks },
            replicas: output.DATABASE_READ_URLS ?? [],
          } satisfies Databases),
    connections: {
      desks: output.DATABASE_CONNECTIONS,
      public: output.DATABASE_PUBLIC_CONNECTIONS,
    },
    /** How many seconds a statement may take. */
    statementSeconds: {
      desks: output.DATABASE_STATEMENT_SECONDS,
      public: output.DATABASE_PUBLIC_STATEMENT_SECONDS,
    },
    logLevel: output.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    /** How long the process goes on serving after it has reported "not ready". */
    drainSeconds: output.DRAIN_SECONDS ?? (production ? DRAIN_SECONDS : 0),
    /** Seconds without a database after which the process ends; 0: never. */
    databaseGiveUpAfter: output.DATABASE_GIVE_UP_AFTER,
    demo,
    /** True with a real database and without the demonstration: then insecure settings are refused. */
    production,
    /** Keys of the installation. null: a key is generated in dataDir. */
    secrets: output.SESSION_SECRET,
    publicOrigin: new URL(output.PUBLIC_ORIGIN ?? `http://localhost:${output.PORT}`).origin,
    /** null: mails are not sent, only stored and shown. */
    smtp: output.SMTP_URL === null ? null : { url: output.SMTP_URL, from: output.MAIL_FROM },
    /** The provider through which people of an organisation sign in; null: only by password. */
    signOn:
      output.OIDC_ISSUER === null
        ? null
        : {
            issuer: output.OIDC_ISSUER,
            clientId: output.OIDC_CLIENT_ID,
            clientSecret: output.OIDC_CLIENT_SECRET,
          },
    /** The address for readers' questions about the site; null: the pages say that there is none yet. */
    contact: output.CONTACT_EMAIL,
    /** The organisation that reports to IATI. If none is set, the demonstration uses a made-up one, and any other installation does not report. */
    reportingOrganisation: ref === null ? (demo ? DEMONSTRATION : null) : { ref, name, type },
    /** How many public reads one network may make in a minute; 0: no limit. */
    readsPerMinute: output.READS_PER_MINUTE,
    /** How much space the evidence files of one organisation may take. */
    evidenceQuotaMegabytes: output.EVIDENCE_QUOTA_MB,
    /** True if webhooks may go to addresses in the own network, and over http. */
    webhooksToPrivateNetworks: output.WEBHOOKS_TO_PRIVATE_NETWORKS === '1',
    /** Addresses and networks of the proxies that are trusted to name the client. */
    trustProxy: output.TRUST_PROXY,
    /** Where metrics for Prometheus are served; null: nowhere. */
    metrics: output.METRICS_ADDRESS === null ? null : addressOf(output.METRICS_ADDRESS),
    /** The collector to which traces are sent; null: no traces are made. */
    traces: output.OTEL_EXPORTER_OTLP_ENDPOINT,
    /** Why a production start would be refused, as sentences. */
    insecure,
  };
}
