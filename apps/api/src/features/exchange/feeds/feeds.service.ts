import { Injectable } from '@nestjs/common';
import { translator, type Language } from '@qadam/i18n';
import { ApiError } from '../../../graphql/api-error.ts';
import type { Area } from '../../publication/page-parts.type.ts';
import type { ChangeLogEntry } from '../../publication/changes.type.ts';
import { PublicationService } from '../../publication/publication.service.ts';
import type { Feed, FeedEntry } from './atom.ts';
import { changeSentence, type Words } from './change-sentence.ts';

/** What is in more lines than this is on the page. */
const MAX_LINES = 50;

/** Addresses without the origin. */
export type FeedBody = Pick<Feed, 'title' | 'subtitle' | 'rights' | 'page' | 'entries'>;

interface About {
  name: string;
  page: string;
  areas: readonly Area[];
  /** Of the page of changes, where that can be narrowed. */
  narrowed: string;
}

@Injectable()
export class FeedsService {
  constructor(private readonly publication: PublicationService) {}

  async releases(lang: Language): Promise<FeedBody> {
    const t = await translator(lang, 'public');
    const releases = await this.publication.releases(lang);
    return {
      title: `Qadam: ${t('releases.title')}`,
      subtitle: t('releases.lead'),
      rights: t('footer.licence'),
      page: `/${lang}/releases`,
      entries: releases.map(({ number, asOfYear, publishedAt, note, contentHash }) => ({
        url: `/${lang}/releases/${number}`,
        title: t('releases.one', { number }),
        at: publishedAt,
        paragraphs: [
          note.text,
          t('releases.asOf', { year: asOfYear }),
          `${t('releases.hash')}: ${contentHash}`,
        ].filter((text) => text !== ''),
        list: [],
      })),
    };
  }

  async action(lang: Language, code: string): Promise<FeedBody> {
    const read = await this.publication.action(code, lang, undefined);
    const log = await this.publication.changeLog({ action: code, lang });
    if (read === null || log === null) throw new ApiError('NOT_FOUND');
    const page = `/${lang}/actions/${code}`;
    return logFeed(
      lang,
      { name: `${code}. ${read.action.title.text}`, page, areas: read.areas, narrowed: '' },
      log,
    );
  }

  async country(lang: Language, iso3: string): Promise<FeedBody> {
    const read = await this.publication.country(iso3, lang, undefined);
    const log = await this.publication.changeLog({ area: iso3, lang });
    if (read === null || log === null) throw new ApiError('NOT_FOUND');
    const { area } = read;
    const page = `/${lang}/countries/${iso3}`;
    return logFeed(
      lang,
      { name: area.name.text, page, areas: [area], narrowed: `&c=${iso3}` },
      log,
    );
  }
}

async function logFeed(
  lang: Language,
  about: About,
  log: readonly ChangeLogEntry[],
): Promise<FeedBody> {
  const t = await translator(lang, 'public');
  const words = { t, levels: await translator(lang, 'levels') };
  return {
    title: `Qadam: ${about.name}`,
    subtitle: t('feed.about', { name: about.name }),
    rights: t('footer.licence'),
    page: about.page,
    entries: log.map((entry) => entryOf(words, lang, about, entry)),
  };
}

function entryOf(
  words: Words,
  lang: Language,
  { page, areas, narrowed }: About,
  { release, items, newValues, methodChanged }: ChangeLogEntry,
): FeedEntry {
  const { t } = words;
  const { number, previous } = release;
  const more = items.length - MAX_LINES;
  const none = items.length === 0 && newValues === 0 && !methodChanged;
  return {
    // an action has no list of changes of its own: its page, as this release has it
    url:
      previous === null || narrowed === ''
        ? `${page}?release=${number}`
        : `/${lang}/changes?from=${previous}&to=${number}${narrowed}`,
    title: t('releases.one', { number }),
    at: release.publishedAt,
    paragraphs: [
      ...(methodChanged ? [t('changes.methodChanged')] : []),
      ...(none ? [t('country.nothingChanged')] : []),
      ...(newValues > 0 ? [t('feed.newValues', { count: newValues })] : []),
    ],
    list: [
      ...items.slice(0, MAX_LINES).map((item) => changeSentence(words, lang, item, areas)),
      ...(more > 0 ? [t('feed.more', { count: more })] : []),
    ],
  };
}
