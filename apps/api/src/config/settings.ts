import { Module, type DynamicModule } from '@nestjs/common';
import type { Env } from './env.ts';
import type { Secrets } from './secrets.ts';
import { secretsOf } from './session-secret.ts';

/** What the settings take over from the environment as it is; the passwords of databases and mail servers are not among it. */
const TAKEN_OVER = [
  'demo',
  'production',
  'publicOrigin',
  'contact',
  'signOn',
  'reportingOrganisation',
  'readsPerMinute',
  'evidenceQuotaMegabytes',
  'webhooksToPrivateNetworks',
  'trustProxy',
] as const satisfies readonly (keyof Env)[];
type TakenOver = Pick<Env, (typeof TAKEN_OVER)[number]>;

/** The part of the environment (env.ts) that features may know. */
export interface Settings extends TakenOver {
  secrets: Secrets;
  /** Are mails sent? Without SMTP_URL they are stored and shown instead. */
  sendsMail: boolean;
  /** Null: the database is not on this machine, as far as we know. */
  databaseFolder: string | null;
}
export type ReportingOrganisation = NonNullable<Settings['reportingOrganisation']>;

export function settingsOf(env: Env): Settings {
  return {
    ...(Object.fromEntries(TAKEN_OVER.map((name) => [name, env[name]])) as TakenOver),
    secrets: secretsOf(env),
    sendsMail: env.smtp !== null,
    databaseFolder: env.database === null ? env.dataDir : null,
  };
}

export const SETTINGS = Symbol('settings');

@Module({})
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
