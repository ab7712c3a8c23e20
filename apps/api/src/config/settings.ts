import { Module, type DynamicModule } from '@nestjs/common';
import type { Env } from './env.ts';
import type { Secrets } from './secrets.ts';

/** What features may know of the environment (env.ts). */
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
  /** Whether mails are sent; without SMTP_URL they are kept and shown. */
  sendsMail: boolean;
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
