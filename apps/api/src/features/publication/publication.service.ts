import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PublicOrm } from '../../database/public-database.module.ts';
import type { Language } from '../../graphql/enums.ts';
import { readAction } from './action.reader.ts';
import { readChangeLog, type LogAsked } from './change-log.reader.ts';
import { readChanges, type ChangesAsked } from './changes.reader.ts';
import { readComparison } from './comparison.reader.ts';
import { readCountry } from './country.reader.ts';
import { readHelpLines } from './help-line.reader.ts';
import { readIndicatorList } from './indicator-list.reader.ts';
import { readIndicator } from './indicator.reader.ts';
import { readQuality } from './quality.reader.ts';
import { readReleases } from './release.reader.ts';
import { readScorecard } from './scorecard.reader.ts';
import { search } from './search.reader.ts';
import { readSources } from './sources.reader.ts';

/** Reads releases. Knows the publication schema only; a release, code or area that is not there is null. */
@Injectable()
export class PublicationService {
  private readonly em: EntityManager;

  constructor({ em }: PublicOrm) {
    this.em = em;
  }

  releases(lang: Language) {
    return readReleases(this.em, lang);
  }

  scorecard(lang: Language, release: string | undefined, year?: number) {
    return readScorecard(this.em, lang, release, year);
  }

  action(code: string, lang: Language, release: string | undefined, year?: number) {
    return readAction(this.em, code, lang, release, year);
  }

  indicator(code: string, lang: Language, release: string | undefined) {
    return readIndicator(this.em, code, lang, release);
  }

  indicators(lang: Language, release: string | undefined) {
    return readIndicatorList(this.em, lang, release);
  }

  compare(indicators: readonly string[], lang: Language, release: string | undefined) {
    return readComparison(this.em, indicators, lang, release);
  }

  country(iso3: string, lang: Language, release: string | undefined, year?: number) {
    return readCountry(this.em, iso3, lang, release, year);
  }

  helpLines(lang: Language) {
    return readHelpLines(this.em, lang);
  }

  sources(release: string | undefined) {
    return readSources(this.em, release);
  }

  quality(lang: Language, release: string | undefined, area: string | undefined) {
    return readQuality(this.em, lang, release, area);
  }

  changes(asked: ChangesAsked) {
    return readChanges(this.em, asked);
  }

  changeLog(asked: LogAsked) {
    return readChangeLog(this.em, asked);
  }

  search(q: string, lang: Language, release: string | undefined) {
    return search(this.em, q, lang, release);
  }
}
