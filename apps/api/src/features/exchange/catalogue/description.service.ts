import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@qadam/i18n';
import { sql } from 'kysely';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { publicDb } from '../../../database/db.ts';
import { PublicOrm } from '../../../database/public-database.module.ts';
import { pickText, type Texts } from '../../../graphql/local-text.type.ts';
import { linkedTo } from '../../publication/public-rows.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import { ExchangeService } from '../exchange.service.ts';
import { dataCatalog, partDataset, releaseDataset } from './schema-org.ts';

/** What a page is about, as far as a search engine for data cares. */
export interface Described {
  kind: 'CATALOGUE' | 'RELEASE' | 'ACTION' | 'INDICATOR';
  release: string;
  /** Of an action or indicator. */
  code?: string;
}

/** Describes what a page shows to machines, in the words of schema.org. Reads the publication schema only. */
@Injectable()
export class DescriptionService {
  constructor(
    private readonly orm: PublicOrm,
    private readonly exchange: ExchangeService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** null: nothing can be taken away. */
  async describe(of: Described, lang: Language): Promise<object | null> {
    const release = await this.exchange.release(lang, { release: of.release });
    const reportsToIati = this.settings.reportingOrganisation !== null;
    if (of.kind === 'CATALOGUE' || of.kind === 'RELEASE') {
      const context = await this.exchange.open(release, lang, {});
      return of.kind === 'RELEASE'
        ? releaseDataset(context, reportsToIati)
        : dataCatalog(context, reportsToIati);
    }
    const { code = '' } = of;
    if (of.kind === 'INDICATOR') {
      const context = await this.exchange.open(release, lang, {}, code);
      const indicator = context.contents.indicators.get(code);
      if (indicator === undefined || indicator.rows === 0) return null;
      const [name, text] = [pickText(indicator.name, lang), pickText(indicator.definition, lang)];
      return partDataset(context, {
        ...{ code, name: name.text, text: text.text, path: `/indicators/${code}` },
      });
    }
    const action = await this.action(release.sequence, code);
    if (action === null) return null;
    const context = await this.exchange.open(release, lang, { indicators: action.indicators });
    if (context.contents.rows === 0) return null;
    return partDataset(context, {
      code,
      name: `${code}: ${pickText(action.title, lang).text}`,
      text: context.t('about'),
      path: `/actions/${code}`,
    });
  }

  private async action(
    release: number,
    code: string,
  ): Promise<{ title: Texts; indicators: string[] } | null> {
    const found = await publicDb(this.orm.em.fork())
      .selectFrom(rowsAsOf('action', release).as('a'))
      .select('a.title')
      .select(sql<string[]>`array(${linkedTo(release, code)})`.as('indicators'))
      .where('a.code', '=', code)
      .executeTakeFirst();
    return found ?? null;
  }
}
