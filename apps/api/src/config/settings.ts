import { Module, type DynamicModule } from '@nestjs/common';

/** The organisation that reports the actions to IATI, by its registered identifier. */
export interface ReportingOrganisation {
  ref: string;
  /** OrganisationType of IATI: 10 government, 40 multilateral, 90 other … */
  type: string;
  name: string;
}

/** What features may know of the environment. */
export interface Settings {
  demo: boolean;
  /** A real database and no demonstration. */
  production: boolean;
  publicOrigin: string;
  sessionSecret: string;
  /** Whether mails are sent; without SMTP_URL they are kept and shown. */
  sendsMail: boolean;
  /** Where readers may write about the site. */
  contact: string | null;
  /** null: nothing is offered below /iati. */
  reportingOrganisation: ReportingOrganisation | null;
  /** Public reads that one network may make in a minute; 0: any number. */
  readsPerMinute: number;
  /** Room for the files that one organisation puts on file as evidence. */
  evidenceQuotaMegabytes: number;
  /** Addresses and networks of the proxies whose client addresses are believed. */
  trustProxy: string[];
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
