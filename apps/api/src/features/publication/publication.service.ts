import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PublicOrm } from '../../database/public-database.module.ts';
import type { Language } from '../../graphql/enums.ts';
import { EVERYTHING } from '../../graphql/selection.ts';
import { readAction } from './action.reader.ts';
import {
  type ChangesAsked,
  type LogAsked,
  readChangeLog,
  readChanges,
  readWithdrawn,
} from './changes.reader.ts';
import { MAX_OF_CLASS } from './changes.type.ts';
import { readCountry } from './country.reader.ts';
import { readFigures } from './figures.reader.ts';
import { readIndicator } from './indicator.reader.ts';
import { Frames } from './frames.ts';
import { type Comparing, type Reading, readReleases } from './release.reader.ts';

type Asked<T> = T | null | undefined;

/** Reads releases. Knows the publication schema only; the answer is null for a release, code or area that does not exist. */
@Injectable()
export class PublicationService {
  readonly em: EntityManager;
  private readonly frames: Frames;

  constructor({ em }: PublicOrm) {
    this.em = em;
    this.frames = new Frames(em);
  }

  /** Reads from the release with this number, or from the newest. */
  read<T>(lang: Language, number: Asked<string>, read: (reading: Reading) => Promise<T>) {
    return this.frames.read(lang, number, read);
  }

  releases(lang: Language) {
    return readReleases(this.em, lang);
  }

  action(
    code: string,
    lang: Language,
    release: Asked<string>,
    year?: Asked<number>,
    page?: Asked<number>,
  ) {
    return this.read(lang, release, (reading) => readAction(reading, code, year, page));
  }

  indicator(
    code: string,
    lang: Language,
    release: Asked<string>,
    asks = EVERYTHING,
    area?: Asked<string>,
  ) {
    return this.read(lang, release, (reading) => readIndicator(reading, code, asks, area));
  }

  /** Only the figures of an indicator. */
  figures(code: string, lang: Language, release: Asked<string>, area?: Asked<string>) {
    return this.read(lang, release, (reading) => readFigures(reading, code, area));
  }

  country(
    iso3: string,
    lang: Language,
    release: Asked<string>,
    year?: Asked<number>,
    page?: Asked<number>,
  ) {
    return this.read(lang, release, (reading) => readCountry(reading, iso3, year, page));
  }

  /** Reads from several releases. */
  compare<T>(lang: Language, read: (comparing: Comparing) => Promise<T>) {
    return this.frames.compare(lang, read);
  }

  changes({ lang, perClass, ...asked }: ChangesAsked & { lang: Language }) {
    const most = perClass ?? MAX_OF_CLASS;
    return this.compare(lang, (comparing) => readChanges(comparing, { ...asked, perClass: most }));
  }

  changeLog({ lang, ...asked }: LogAsked & { lang: Language }) {
    return this.compare(lang, (comparing) => readChangeLog(comparing, asked));
  }

  withdrawnIn(asked: Pick<LogAsked, 'action' | 'area'>) {
    return this.compare('en', (comparing) => readWithdrawn(comparing, asked));
  }
}
