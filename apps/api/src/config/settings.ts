import { Module, type DynamicModule } from '@nestjs/common';
import type { Env } from './env.ts';
import type { Secrets } from './secrets.ts';

/** The part of the environment (env.ts) that features may know. */
export interface Settings extends Pick<
  Env,
  | 'demo'
  | 'production'
  | 'publicOrigin'
  | 'contact'
  | 'signOn'
  | 'reportingOrganisation'
  | 'readsPerMinute'
  | 'evidenceQuotaMegabytes'
  | 'webhooksToPrivateNetworks'
  | 'trustProxy'
> {
  secrets: Secrets;
  /** Are mails sent? Without SMTP_URL they are stored and shown instead. */
  sendsMail: boolean;
  /** Null: the database is not on this machine, as far as we know. */
  databaseFolder: string | null;
}
export type ReportingOrganisation = NonNullable<Settings['reportingOrganisation']>;

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
