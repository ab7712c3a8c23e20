import { Controller, Get, Inject, Param } from '@nestjs/common';
import { languageTag, translator, type Language } from '@qadam/i18n';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { Call } from '../../../http/call.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import type { Area } from '../../publication/page-parts.type.ts';
import type { ChangeLogEntry } from '../../publication/changes.type.ts';
import { PublicationService } from '../../publication/publication.service.ts';
import { ExchangeService } from '../exchange.service.ts';
import { attributes, toXml, type Element } from '../iati/xml.ts';
import { readQuery } from '../read-query.ts';
import { changeSentence, type Words } from './change-sentence.ts';

const TYPE = 'application/atom+xml';
/** A feed entry lists at most this many changes, and counts the others. */
const MAX_LINES = 50;

interface FeedEntry {
  /** The address of the page that the entry is about, without the host; it also serves as the id of the entry. */
  url: string;
  title: string;
  /** When the release was published, ISO 8601. */
  at: string;
  /** When it last changed; a withdrawal changes an entry. By default when the release was published. */
  updated?: string;
  paragraphs: readonly string[];
  list: readonly string[];
}

interface Feed {
  /** The page for people, without the host. */
  page: string;
  title: string;
  subtitle: string;
  rights: string;
  /** Newest first; at least one. */
  entries: readonly FeedEntry[];
}

interface About {
  name: string;
  page: string;
  areas: readonly Area[];
  /** The filter for the page of changes, as the end of its query; empty if that page has no such filter. */
  narrowed: string;
}

/** Feeds of what is new, which need neither an e-mail address nor an account. */
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly exchange: ExchangeService,
    private readonly publication: PublicationService,
    private readonly files: MadeFiles,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('releases.xml')
  releases(@Call() call: Call): Promise<string | undefined> {
    return this.send(call, 'releases', async (lang) => {
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
    });
  }

  @Get('actions/:code.xml')
  action(@Param('code') code: string, @Call() call: Call): Promise<string | undefined> {
    const page = `actions/${code}`;
    return this.send(call, page, async (lang) => {
      const read = await this.publication.action(code, lang, undefined);
      const log = await this.publication.changeLog({ action: code, lang });
      if (read === null || log === null) throw new ApiError('NOT_FOUND');
      const name = `${code}. ${read.action.title.text}`;
      return logFeed(
        lang,
        { name, page: `/${lang}/${page}`, areas: read.areas, narrowed: '' },
        log,
        await this.publication.withdrawnIn({ action: code }),
      );
    });
  }

  @Get('countries/:iso3.xml')
  country(@Param('iso3') iso3: string, @Call() call: Call): Promise<string | undefined> {
    const page = `countries/${iso3}`;
    return this.send(call, page, async (lang) => {
      const read = await this.publication.country(iso3, lang, undefined);
      const log = await this.publication.changeLog({ area: iso3, lang });
      if (read === null || log === null) throw new ApiError('NOT_FOUND');
      const { name } = read.area;
      const about = { name: name.text, areas: [read.area], narrowed: `&c=${iso3}` };
      const withdrawn = await this.publication.withdrawnIn({ area: iso3 });
      return logFeed(lang, { ...about, page: `/${lang}/${page}` }, log, withdrawn);
    });
  }

  private async send(
    call: Call,
    name: string,
    bodyOf: (lang: Language) => Promise<Feed>,
  ): Promise<string | undefined> {
    const { lang } = readQuery(call.request, 'lang');
    if (!(await this.exchange.releaseOf(call, { lang }, name))) return undefined;
    const feed = await this.files.answer(call.request.ip, () => bodyOf(lang));
    void call.reply.type(`${TYPE}; charset=utf-8`);
    return atom(feed, this.settings.publicOrigin, lang, name);
  }
}

/** The latest of times of releases, which all have the same offset. */
const latest = (times: readonly string[]): string =>
  times.reduce((one, other) => (one > other ? one : other));

/** An Atom feed (RFC 4287). */
function atom(feed: Feed, origin: string, lang: Language, name: string): string {
  const { page, title, subtitle, rights, entries } = feed;
  const self = `${origin}/feeds/${encodeURI(name)}.xml?lang=${lang}`;
  const alternate = (path: string) =>
    attributes({ rel: 'alternate', type: 'text/html', href: `${origin}${path}` });
  const entryOf = ({ url, title, at, updated = at, paragraphs, list }: FeedEntry): Element => ({
    id: `${origin}${url}`,
    title,
    updated,
    published: at,
    link: alternate(url),
    content: {
      ...attributes({ type: 'xhtml' }),
      div: {
        ...attributes({ xmlns: 'http://www.w3.org/1999/xhtml' }),
        p: paragraphs,
        ul: list.length > 0 ? { li: list } : null,
      },
    },
  });
  const xml = toXml('feed', {
    ...attributes({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': languageTag(lang) }),
    id: self,
    title,
    subtitle,
    updated: latest(entries.map(({ at, updated = at }) => updated)),
    author: { name: 'Qadam' },
    rights,
    link: [attributes({ rel: 'self', type: TYPE, href: self }), alternate(page)],
    entry: entries.map(entryOf),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

async function logFeed(
  lang: Language,
  about: About,
  log: readonly ChangeLogEntry[],
  withdrawn: ReadonlyMap<string, string>,
): Promise<Feed> {
  const t = await translator(lang, 'public');
  const words = { t, levels: await translator(lang, 'levels') };
  return {
    title: `Qadam: ${about.name}`,
    subtitle: t('feed.about', { name: about.name }),
    rights: t('footer.licence'),
    page: about.page,
    entries: log.map((entry) => {
      const { number, publishedAt } = entry.release;
      const updated = latest([publishedAt, withdrawn.get(number) ?? '']);
      return { ...entryOf(words, lang, about, entry), updated };
    }),
  };
}

function entryOf(
  words: Words,
  lang: Language,
  { page, areas, narrowed }: About,
  { release, items, unlisted, newValues, methodChanged }: ChangeLogEntry,
): FeedEntry {
  const { t } = words;
  const { number, previous } = release;
  const more = unlisted + Math.max(0, items.length - MAX_LINES);
  const none = items.length + unlisted + newValues === 0 && !methodChanged;
  return {
    // the page of changes cannot be narrowed to an action: its own page in this release is linked
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
