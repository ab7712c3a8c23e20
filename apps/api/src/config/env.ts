import path from 'node:path';
import { CONNECTIONS, type Connections } from './connections.ts';
import { readReportingOrganisation } from './reporting-organisation.ts';
import type { ReportingOrganisation } from './settings.ts';
import { readTrustProxy } from './trust-proxy.ts';

export interface Env {
  port: number;
  host: string;
  dataDir: string;
  /** null: the embedded database in dataDir. */
  databaseUrl: string | null;
  connections: Connections;
  /** Seconds without a database after which the process ends; 0: never. */
  databaseGiveUpAfter: number;
  demo: boolean;
  /** A real database and no demonstration: insecure settings are refused. */
  production: boolean;
  /** Key of the session hashes. null: generated into dataDir. */
  sessionSecret: string | null;
  publicOrigin: string;
  /** null: no mail is sent, only kept and shown. */
  smtp: Smtp | null;
  /** Where readers may write about the site; null: not yet, and the pages say so. */
  contact: string | null;
  /** The organisation that reports to IATI. */
  reportingOrganisation: ReportingOrganisation | null;
  /** Public reads that one network may make in a minute; 0: any number. */
  readsPerMinute: number;
  /** Room for the files that one organisation puts on file as evidence. */
  evidenceQuotaMegabytes: number;
  /** Addresses and networks of the proxies whose client addresses are believed. */
  trustProxy: string[];
  /** What a production start refuses, in words. */
  insecure: readonly string[];
}

export interface Smtp {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  url: string;
  /** From whom mails come: an address, or a name with an address in <>. */
  from: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const MIN_SECRET_LENGTH = 32;
/** Longer than an update and restart of a database: meanwhile stored pages are shown, which a new process would not have. */
const GIVE_UP_AFTER_S = 600;
const repositoryRoot = path.join(import.meta.dirname, '../../../..');

/** Why Qadam does not start: everything at once, one line each. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const list =
      problems.length === 1
        ? ` ${problems[0] ?? ''}`
        : problems.map((problem) => `\n  - ${problem}`).join('');
    super(`Qadam cannot start:${list}`);
    this.problems = problems;
  }
}

function parseOrigin(text: string): URL | null {
  const url = URL.parse(text);
  return url &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.pathname === '/' &&
    url.search === ''
    ? url
    : null;
}

function isPostgres(text: string): boolean {
  return ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? '');
}

function isSmtp(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}

const ADDRESS = /^[^\s<>@]+@[^\s<>@]+$/;

/** Both or neither: servers refuse a mail without a sender. */
function readSmtp(get: (name: string) => string | null, problems: string[]): Smtp | null {
  const url = get('SMTP_URL');
  const from = get('MAIL_FROM');
  if (url === null) return null;
  if (!isSmtp(url)) problems.push('SMTP_URL is not an smtp:// or smtps:// address.');
  if (from === null) problems.push('MAIL_FROM is needed with SMTP_URL.');
  else if (!/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from))
    problems.push('MAIL_FROM is not an e-mail address.');
  return { url, from: from ?? '' };
}

function listInsecure(origin: URL | null, secret: string | null): string[] {
  return [
    ...(origin?.protocol === 'http:' ? ['insecure settings: PUBLIC_ORIGIN is not https.'] : []),
    ...(secret === null ? ['insecure settings: SESSION_SECRET is not set.'] : []),
  ];
}

/** The one reader of the environment: pass it process.env. */
export function readEnv(variables: Variables, node = process.versions.node): Env {
  const problems: string[] = [];
  if (Number.parseInt(node) < 24) problems.push(`it runs on Node 24 or newer; this is ${node}.`);
  const get = (name: string): string | null => variables[name]?.trim() || null;

  const port = Number(get('PORT') ?? '3000');
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    problems.push('PORT is not a port number.');

  const databaseUrl = get('DATABASE_URL');
  if (databaseUrl !== null && !isPostgres(databaseUrl))
    problems.push('DATABASE_URL is not a postgresql:// address.');

  const wholeNumber = (
    name: string,
    usual: number,
    [least, most = Infinity]: [least: number, most?: number],
    what: string,
  ): number => {
    const number = Number(get(name) ?? usual);
    if (!Number.isInteger(number) || number < least || number > most)
      problems.push(`${name} is not a number of ${what}.`);
    return number;
  };
  const connections = {
    desks: wholeNumber('DATABASE_CONNECTIONS', CONNECTIONS.desks, [1], 'connections'),
    public: wholeNumber('DATABASE_PUBLIC_CONNECTIONS', CONNECTIONS.public, [1], 'connections'),
  };
  const databaseGiveUpAfter = wholeNumber(
    'DATABASE_GIVE_UP_AFTER',
    GIVE_UP_AFTER_S,
    [0],
    'seconds',
  );

  const demoText = get('QADAM_DEMO') ?? (databaseUrl === null ? '1' : '0');
  if (!['0', '1'].includes(demoText)) problems.push('QADAM_DEMO is neither 0 nor 1.');
  const demo = demoText === '1';
  const production = databaseUrl !== null && !demo;

  const origin = parseOrigin(get('PUBLIC_ORIGIN') ?? `http://localhost:${port}`);
  if (!origin) problems.push('PUBLIC_ORIGIN is not an address like https://example.org.');

  const sessionSecret = get('SESSION_SECRET');
  if (sessionSecret !== null && sessionSecret.length < MIN_SECRET_LENGTH)
    problems.push(
      `insecure settings: SESSION_SECRET has fewer than ${MIN_SECRET_LENGTH} characters.`,
    );

  const smtp = readSmtp(get, problems);

  const reportingOrganisation = readReportingOrganisation(get, demo, problems);
  const contact = get('CONTACT_EMAIL');
  if (contact !== null && !ADDRESS.test(contact))
    problems.push('CONTACT_EMAIL is not an e-mail address.');

  const readsPerMinute = wholeNumber('READS_PER_MINUTE', 600, [0], 'requests');
  const evidenceQuotaMegabytes = wholeNumber(
    'EVIDENCE_QUOTA_MB',
    500,
    [1, 1_000_000],
    'megabytes from 1 to 1000000',
  );
  const trustProxy = readTrustProxy(get('TRUST_PROXY') ?? 'loopback');
  if (trustProxy === null)
    problems.push('TRUST_PROXY is not a list of addresses or networks like 10.0.0.0/8.');

  const insecure = production ? listInsecure(origin, sessionSecret) : [];
  if (problems.length > 0 || !origin || trustProxy === null)
    throw new CannotStart([...problems, ...insecure]);
  return {
    port,
    host: get('HOST') ?? '127.0.0.1',
    dataDir: path.resolve(get('DATA_DIR') ?? path.join(repositoryRoot, '.data')),
    databaseUrl,
    connections,
    databaseGiveUpAfter,
    demo,
    production,
    sessionSecret,
    publicOrigin: origin.origin,
    smtp,
    contact,
    reportingOrganisation,
    readsPerMinute,
    evidenceQuotaMegabytes,
    trustProxy,
    insecure,
  };
}
