import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CannotStart, readEnv } from './env.ts';

const production = {
  DATABASE_URL: 'postgresql://qadam@db.example/qadam',
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_ORIGIN: 'https://qadam.example',
};

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    return readEnv(variables).insecure;
  } catch (error) {
    if (error instanceof CannotStart) return error.problems;
    throw error;
  }
}

describe('the environment', () => {
  it('needs nothing for the demonstration on this machine', () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      database: null,
      demo: true,
      production: false,
      publicOrigin: 'http://localhost:3000',
    });
  });

  it('is what .env.example says, no variable more or less', () => {
    const root = path.join(import.meta.dirname, '../../../..');
    const named = (file: string, pattern: RegExp) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(pattern)].map(([, name]) => name);
    const read = new Set(named('apps/api/src/config/env.ts', /\b([A-Z][A-Z_]{3,}):\s/g));
    expect(read.size).toBeGreaterThan(25);
    // read by a library, by Node and by the nightly backup
    const others = ['OTEL_EXPORTER_OTLP_HEADERS', 'TMPDIR', 'BACKUP_RECIPIENT'];
    expect(named('.env.example', /^(?:# )?([A-Z][A-Z_]+)=/gm).toSorted()).toEqual(
      [...read, ...others].toSorted(),
    );
  });

  it('refuses a Node that lacks what the code calls, before anything fails in the middle', () => {
    expect(() => readEnv({}, '20.20.2')).toThrow('it runs on Node 24 or newer; this is 20.20.2.');
    expect(() => readEnv({}, '26.0.0')).not.toThrow();
  });

  it('means production as soon as a database is named', () => {
    expect(readEnv(production)).toMatchObject({ demo: false, production: true, insecure: [] });
  });

  it('lets one network read 600 times a minute, unless told otherwise', () => {
    expect(readEnv({}).readsPerMinute).toBe(600);
    expect(readEnv({ READS_PER_MINUTE: '0' }).readsPerMinute).toBe(0);
    expect(problemsOf({ READS_PER_MINUTE: 'many' })).toEqual([
      'READS_PER_MINUTE is not a number of requests.',
    ]);
  });

  it('gives each organisation room for 500 MB of evidence, unless told otherwise', () => {
    expect(readEnv({}).evidenceQuotaMegabytes).toBe(500);
    expect(readEnv({ EVIDENCE_QUOTA_MB: '20' }).evidenceQuotaMegabytes).toBe(20);
    for (const wrong of ['0', '1.5', 'much'])
      expect(problemsOf({ EVIDENCE_QUOTA_MB: wrong })).toEqual([
        'EVIDENCE_QUOTA_MB is not a number of megabytes from 1 to 1000000.',
      ]);
  });

  it('measures nothing, unless told where', () => {
    expect(readEnv({}).metrics).toBeNull();
    const metrics = (text: string) => readEnv({ METRICS_ADDRESS: text }).metrics;
    expect(metrics('http://127.0.0.1:9464')).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(metrics('http://[::1]:9464')).toEqual({ host: '::1', port: 9464 });
    for (const wrong of ['9464', 'http://127.0.0.1', 'http://127.0.0.1:9464/metrics'])
      expect(problemsOf({ METRICS_ADDRESS: wrong })).toEqual([
        'METRICS_ADDRESS is not an address like http://127.0.0.1:9464.',
      ]);
  });

  it('traces nothing, unless told where to', () => {
    expect(readEnv({}).traces).toBeNull();
    const traces = (text: string) => readEnv({ OTEL_EXPORTER_OTLP_ENDPOINT: text }).traces;
    expect(traces('http://127.0.0.1:4318')).toBe('http://127.0.0.1:4318');
    for (const wrong of ['4318', 'grpc://127.0.0.1:4317'])
      expect(problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: wrong })).toEqual([
        'OTEL_EXPORTER_OTLP_ENDPOINT is not an address like http://127.0.0.1:4318.',
      ]);
  });

  it('lets the machine itself say who the client is, or the proxies that are named', () => {
    const trusted = (text: string) => readEnv({ TRUST_PROXY: text }).trustProxy;
    expect(readEnv({}).trustProxy).toEqual(['loopback']);
    expect(trusted('loopback, 10.0.0.0/8,2001:db8::1')).toEqual([
      ...['loopback', '10.0.0.0/8', '2001:db8::1'],
    ]);
    for (const text of ['true', '2', '10.0.0.0/33', '10.0.0.0/', '10.0.0', 'a.example', ','])
      expect(problemsOf({ TRUST_PROXY: text })).toEqual([
        'TRUST_PROXY is not a list of addresses or networks like 10.0.0.0/8.',
      ]);
  });

  it('takes several secrets, of which the first is used for what is new', () => {
    const [one, other] = ['x'.repeat(32), 'y'.repeat(40)];
    expect(readEnv({ SESSION_SECRET: `${one}, ${other}` }).secrets).toEqual([one, other]);
    for (const list of [`${one},`, `${one},short`, `,${one}`])
      expect(problemsOf({ SESSION_SECRET: list })).toEqual([
        'insecure settings: SESSION_SECRET has fewer than 32 characters.',
      ]);
  });

  it('signs in by another provider only where it is named whole', () => {
    const named = {
      OIDC_ISSUER: 'https://id.example/realms/ministry',
      OIDC_CLIENT_ID: 'qadam',
      OIDC_CLIENT_SECRET: 'secret',
    };
    expect(readEnv({}).signOn).toBeNull();
    expect(readEnv(named).signOn).toEqual({
      issuer: named.OIDC_ISSUER,
      clientId: 'qadam',
      clientSecret: 'secret',
    });
    expect(problemsOf({ OIDC_ISSUER: 'http://id.example' })).toEqual([
      'OIDC_ISSUER is not an https:// address.',
      'OIDC_CLIENT_ID is needed with OIDC_ISSUER.',
      'OIDC_CLIENT_SECRET is needed with OIDC_ISSUER.',
    ]);
  });

  it('takes empty variables as absent', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ', QADAM_DEMO: '' })).toEqual(readEnv({}));
  });

  it('takes one login of the database for everything, or one each for its owner and for readers', () => {
    const { DATABASE_URL: desks } = production;
    const owner = 'postgresql://owner@db.example/qadam';
    const readers = 'postgresql://site@db.example/qadam';
    const read = (variables: Record<string, string>) =>
      readEnv({ ...production, ...variables }).database;
    expect(read({})).toEqual({ desks, owner: desks, readers: desks, replicas: [] });
    expect(read({ DATABASE_OWNER_URL: owner, DATABASE_PUBLIC_URL: readers })).toEqual({
      ...{ desks, owner, readers, replicas: [] },
    });
    expect(problemsOf({ DATABASE_OWNER_URL: 'db', DATABASE_PUBLIC_URL: 'mysql://db' })).toEqual([
      'DATABASE_OWNER_URL is not a postgresql:// address.',
      'DATABASE_PUBLIC_URL is not a postgresql:// address.',
    ]);
  });

  it('reads from replicas only of a database that is named', () => {
    const list = 'postgresql://site@one.example/qadam, postgresql://site@two.example:5433/qadam';
    expect(readEnv({ ...production, DATABASE_READ_URLS: list }).database?.replicas).toEqual(
      list.split(', '),
    );
    expect(problemsOf({ ...production, DATABASE_READ_URLS: 'postgresql://one, two' })).toEqual([
      'DATABASE_READ_URLS is not a list of postgresql:// addresses.',
    ]);
    expect(problemsOf({ DATABASE_READ_URLS: list })).toEqual([
      'DATABASE_READ_URLS is of no use without DATABASE_URL: the embedded database has no replicas.',
    ]);
  });

  it('logs, drains and gives statements time as it is told', () => {
    expect(readEnv({})).toMatchObject({ logLevel: 'warn', drainSeconds: 0 });
    expect(readEnv(production)).toMatchObject({
      logLevel: 'info',
      drainSeconds: 3,
      statementSeconds: { desks: 60, public: 20 },
    });
    const chosen = {
      LOG_LEVEL: 'debug',
      DRAIN_SECONDS: '30',
      DATABASE_STATEMENT_SECONDS: '120',
      DATABASE_PUBLIC_STATEMENT_SECONDS: '5',
    };
    expect(readEnv({ ...production, ...chosen })).toMatchObject({
      logLevel: 'debug',
      drainSeconds: 30,
      statementSeconds: { desks: 120, public: 5 },
    });
    expect(
      problemsOf({
        LOG_LEVEL: 'loud',
        DRAIN_SECONDS: '-1',
        DATABASE_STATEMENT_SECONDS: '0',
        DATABASE_PUBLIC_STATEMENT_SECONDS: 'long',
      }).toSorted(),
    ).toEqual([
      'DATABASE_PUBLIC_STATEMENT_SECONDS is not a number of seconds from 1 to 3600.',
      'DATABASE_STATEMENT_SECONDS is not a number of seconds from 1 to 3600.',
      'DRAIN_SECONDS is not a number of seconds from 0 to 300.',
      'LOG_LEVEL is none of fatal, error, warn, info, debug.',
    ]);
  });

  it('takes ten connections for the desks and ten for the public, and gives up after ten minutes without any', () => {
    expect(readEnv({})).toMatchObject({
      connections: { desks: 10, public: 10 },
      databaseGiveUpAfter: 600,
    });
    const chosen = {
      DATABASE_CONNECTIONS: '4',
      DATABASE_PUBLIC_CONNECTIONS: '6',
      DATABASE_GIVE_UP_AFTER: '0',
    };
    expect(readEnv(chosen)).toMatchObject({
      connections: { desks: 4, public: 6 },
      databaseGiveUpAfter: 0,
    });
    expect(
      problemsOf({
        DATABASE_CONNECTIONS: '0',
        DATABASE_PUBLIC_CONNECTIONS: 'all',
        DATABASE_GIVE_UP_AFTER: '-1',
      }),
    ).toEqual([
      'DATABASE_CONNECTIONS is not a number of connections.',
      'DATABASE_PUBLIC_CONNECTIONS is not a number of connections.',
      'DATABASE_GIVE_UP_AFTER is not a number of seconds.',
    ]);
  });

  it('names everything that is insecure at once', () => {
    expect(problemsOf({ DATABASE_URL: production.DATABASE_URL })).toEqual([
      'insecure settings: PUBLIC_ORIGIN is not https.',
      'insecure settings: SESSION_SECRET is not set.',
    ]);
  });

  it('allows plain settings for a demonstration on a real database', () => {
    expect(problemsOf({ DATABASE_URL: production.DATABASE_URL, QADAM_DEMO: '1' })).toEqual([]);
  });

  it('sends mail only where both server and sender are named', () => {
    const smtp = {
      SMTP_URL: 'smtps://desk:secret@mail.example',
      MAIL_FROM: 'Qadam <q@mail.example>',
    };
    expect(readEnv({}).smtp).toBeNull();
    expect(readEnv(smtp).smtp).toEqual({ url: smtp.SMTP_URL, from: smtp.MAIL_FROM });
    expect(problemsOf({ SMTP_URL: 'mail.example' })).toEqual([
      'SMTP_URL is not an smtp:// or smtps:// address.',
      'MAIL_FROM is needed with SMTP_URL.',
    ]);
    expect(problemsOf({ ...smtp, MAIL_FROM: 'Qadam' })).toEqual([
      'MAIL_FROM is not an e-mail address.',
    ]);
  });

  it('knows where readers may write only when it is told', () => {
    expect(readEnv({}).contact).toBeNull();
    expect(readEnv({ CONTACT_EMAIL: 'office@qadam.example' }).contact).toBe('office@qadam.example');
    expect(problemsOf({ CONTACT_EMAIL: 'the office' })).toEqual([
      'CONTACT_EMAIL is not an e-mail address.',
    ]);
  });

  it('refuses what it cannot use, wherever it runs', () => {
    expect(
      problemsOf({
        PORT: 'http',
        DATABASE_URL: 'mysql://db',
        QADAM_DEMO: 'yes',
        PUBLIC_ORIGIN: 'qadam.example/app',
        SESSION_SECRET: 'short',
      }),
    ).toEqual([
      'PORT is not a port number.',
      'DATABASE_URL is not a postgresql:// address.',
      'QADAM_DEMO is neither 0 nor 1.',
      'PUBLIC_ORIGIN is not an address like https://example.org.',
      'insecure settings: SESSION_SECRET has fewer than 32 characters.',
    ]);
  });
});

describe('who reports to IATI', () => {
  const named = { IATI_ORG_REF: 'XM-DAC-12345', IATI_ORG_NAME: 'Example', IATI_ORG_TYPE: '40' };

  it('is who was named', () => {
    expect(readEnv(named).reportingOrganisation).toEqual({
      ref: 'XM-DAC-12345',
      name: 'Example',
      type: '40',
    });
  });

  it('is a placeholder in a demonstration, and nobody elsewhere', () => {
    expect(readEnv({}).reportingOrganisation?.ref).toBe('XX-DEMO-QADAM');
    expect(readEnv({ QADAM_DEMO: '0' }).reportingOrganisation).toBeNull();
  });

  it.each([
    [{ ...named, IATI_ORG_REF: '41114' }, 'IATI_ORG_REF'],
    [{ ...named, IATI_ORG_NAME: '' }, 'IATI_ORG_NAME'],
    [{ ...named, IATI_ORG_TYPE: '41' }, 'IATI_ORG_TYPE'],
  ])('is refused where it cannot be read: %j', (variables, named) => {
    expect(() => readEnv(variables)).toThrow(named);
  });
});
