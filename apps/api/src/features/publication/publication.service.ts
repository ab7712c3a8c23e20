import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PublicOrm } from '../../database/public-database.module.ts';
import type { Language } from '../../graphql/enums.ts';
import { readAction } from './action.reader.ts';
import { type ChangesAsked, type LogAsked, readChangeLog, readChanges } from './changes.reader.ts';
import { readComparison } from './comparison.reader.ts';
import { readCountry } from './country.reader.ts';
import { readHelpLines, readIndicatorList, readSources } from './lists.reader.ts';
import { readIndicator } from './indicator.reader.ts';
import { readQuality } from './quality.reader.ts';
import { type Reading, readRelease, readReleases } from './release.reader.ts';
import { readScorecard } from './scorecard.reader.ts';
import { search } from './search.reader.ts';

type Number = string | null | undefined;
type Year = number | null | undefined;

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

  scorecard(lang: Language, release: Number, year: Year) {
    return this.read(lang, release, (reading) => readScorecard(reading, year));
  }

  action(code: string, lang: Language, release: Number, year?: Year) {
    return this.read(lang, release, (reading) => readAction(reading, code, year));
  }

  indicator(code: string, lang: Language, release: Number) {
    return this.read(lang, release, (reading) => readIndicator(reading, code));
  }

  indicators(lang: Language, release: Number) {
    return this.read(lang, release, readIndicatorList);
  }

  compare(indicators: readonly string[], lang: Language, release: Number) {
    return this.read(lang, release, (reading) => readComparison(reading, indicators));
  }

  country(iso3: string, lang: Language, release: Number, year?: Year) {
    return this.read(lang, release, (reading) => readCountry(reading, iso3, year));
  }

  helpLines(lang: Language) {
    return this.read(lang, null, readHelpLines);
  }

  sources(release: Number) {
    return this.read('en', release, readSources);
  }

  quality(lang: Language, release: Number, area: string | undefined) {
    return this.read(lang, release, (reading) => readQuality(reading, area));
  }

  changes(asked: ChangesAsked) {
    return readChanges(this.em, asked);
  }

  changeLog(asked: LogAsked) {
    return readChangeLog(this.em, asked);
  }

  search(q: string, lang: Language, release: Number) {
    return search(this.em, q, lang, release);
  }

  /** In the release of a number, the newest without one. */
  private async read<T>(lang: Language, number: Number, read: (reading: Reading) => Promise<T>) {
    const release = await readRelease(this.em, lang, number);
    return release ? read({ em: this.em, at: release.sequence, release, lang }) : null;
  }
}
