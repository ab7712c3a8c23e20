import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@qadam/i18n';
import { sql } from 'kysely';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { publicDb } from '../../../database/db.ts';
import { PublicOrm } from '../../../database/public-database.module.ts';
import { pickText } from '../../../graphql/local-text.type.ts';
import { linkedTo } from '../../publication/public-rows.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import { ExchangeService } from '../exchange.service.ts';
import { indicatorFacts } from '../formats/file-facts.ts';
import { dataCatalog, partDataset, releaseDataset } from './schema-org.ts';

/** What a page is about, as far as a search engine for data cares. */
export interface Described {
  kind: 'CATALOGUE' | 'RELEASE' | 'ACTION' | 'INDICATOR';
  release: string;
  /** The code of the action or indicator. */
  code?: string;
}

/** Describes a page to machines, in the words of schema.org. Reads the publication schema only. */
@Injectable()
export class DescriptionService {
  constructor(
    private readonly orm: PublicOrm,
    private readonly exchange: ExchangeService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** null: there is no data to describe. */
  async describe(of: Described, lang: Language): Promise<object | null> {
    const described = await this.node(of, lang);
    return described && { '@context': 'https://schema.org', ...described };
  }

  private async node(
    { kind, release: number, code = '' }: Described,
    lang: Language,
  ): Promise<object | null> {
    const release = await this.exchange.release(lang, { release: number });
    if (kind === 'CATALOGUE' || kind === 'RELEASE') {
      const context = await this.exchange.open(release, lang, {});
      const describe = kind === 'RELEASE' ? releaseDataset : dataCatalog;
      return describe(context, this.settings.reportingOrganisation !== null);
    }
    if (kind === 'INDICATOR') {
      const context = await this.exchange.open(release, lang, {}, code);
      const [indicator] = indicatorFacts(context);
      if (!indicator) return null;
      const { name, definition } = indicator;
      return partDataset(context, { code, name, text: definition, path: `/indicators/${code}` });
    }
    const action = await publicDb(this.orm.em.fork())
      .selectFrom(rowsAsOf('action', release.sequence).as('a'))
      .select('a.title')
      .select(sql<string[]>`array(${linkedTo(release.sequence, code)})`.as('indicators'))
      .where('a.code', '=', code)
      .executeTakeFirst();
    if (!action) return null;
    const context = await this.exchange.open(release, lang, { indicators: action.indicators });
    if (context.contents.rows === 0) return null;
    return partDataset(context, {
      code,
      name: `${code}: ${pickText(action.title, lang).text}`,
      text: context.t('about'),
      path: `/actions/${code}`,
    });
  }
}
