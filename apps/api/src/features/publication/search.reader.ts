import type { EntityManager } from '@mikro-orm/postgresql';
import { foldedWords } from '@qadam/domain';
import { languages, type Namespace, type TextKey, translator } from '@qadam/i18n';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { exists } from '../../database/expressions.ts';
import { everyText, type LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import * as rows from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import { type SearchHit, SearchKind } from './search-hit.type.ts';
import { rowsAsOf } from './rows-as-of.ts';

interface Document {
  kind: SearchKind;
  code: string;
  name: Texts;
  texts: Texts[];
}

type Read = Awaited<ReturnType<typeof readTexts>>;

/** `help`: does the page on help list anything? */
const readTexts = (em: EntityManager, at: number) =>
  publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(rows.areas(at)).as('areas'),
      jsonArrayFrom(rows.actions(at)).as('actions'),
      jsonArrayFrom(rows.indicators(at).select('t.definition')).as('indicators'),
      exists(eb.selectFrom(rowsAsOf('help_line', at).as('h'))).as('help'),
    ])
    .executeTakeFirstOrThrow();

/** More words are not a search but a pasted text. */
const MAX_WORDS = 8;

/**
 * Actions, indicators and countries of a release, and pages of the site, in which every word of the search is the beginning of a word, in any
 * language; matches of the name first, then of the text (for a law its elements too), each in the order of the framework. There are about a hundred
 * such texts: they are read whole and compared here.
 */
export async function search(
  em: EntityManager,
  asked: string,
  lang: Language,
  number?: string | null,
): Promise<SearchHit[] | null> {
  const release = await readRelease(em, lang, number);
  // pages of the site can be found even before the first release
  if (!release && number != null) return null;
  const words = foldedWords(asked).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const read = release ? await readTexts(em, release.sequence) : undefined;
  const found = [...documentsOf(read), ...(await documentsOfSite(read?.help ?? false))].flatMap(
    (document) => {
      const match = findWords(words, document, lang);
      return match ? [match] : [];
    },
  );
  return found.sort((a, b) => a.rank - b.rank).map(({ hit }) => hit);
}

function documentsOf(read: Read | undefined): Document[] {
  if (!read) return [];
  return [
    ...read.areas.map(({ code, names }) => ({
      kind: SearchKind.COUNTRY,
      code,
      name: names,
      texts: [],
    })),
    ...read.actions.map(({ code, title, quote, reading }) => ({
      kind: SearchKind.ACTION,
      code,
      name: title,
      texts: [quote ?? {}, reading],
    })),
    ...read.indicators.map(({ code, name, definition, elements }) => ({
      kind: SearchKind.INDICATOR,
      code,
      name,
      texts: [definition, ...elements.map((element) => element.name)],
    })),
  ];
}

const documentsOfSite = async (help: boolean): Promise<Document[]> =>
  (await sitePages())
    .filter(({ path }) => help || path !== 'help')
    .map(({ path, title, description }) => ({
      kind: SearchKind.PAGE,
      code: path,
      name: title,
      texts: [description],
    }));

function findWords(words: string[], { kind, code, name, texts }: Document, lang: Language) {
  const holds = (texts: string) => {
    // the address of a page does not count: it is not shown among the hits
    const theirs = foldedWords(kind === SearchKind.PAGE ? texts : `${code} ${texts}`);
    return words.every((word) => theirs.some((one) => one.startsWith(word)));
  };
  const shown = pickText(name, lang);
  const hit = (rank: number, foundIn: LocalText | null) => ({
    rank,
    hit: { kind, code, name: shown, foundIn },
  });
  if (holds(shown.text)) return hit(0, null);
  const otherName = everyText(name).find((one) => holds(one.text));
  if (otherName) return hit(1, otherName);
  const byText = texts
    .flatMap((text) => [pickText(text, lang), ...everyText(text)])
    .find((one) => holds(`${shown.text} ${one.text}`));
  return byText ? hit(2, byText) : null;
}

interface SitePage {
  /** The address after the language. */
  path: string;
  title: Texts;
  description: Texts;
}

let kept: Promise<SitePage[]> | undefined;

/** Pages besides the figures, by the titles and descriptions in the catalogs: the same in every release. */
const sitePages = (): Promise<SitePage[]> => (kept ??= readAll());

const readAll = (): Promise<SitePage[]> =>
  Promise.all([
    page('countries', 'public', 'countries.title', 'countries.description'),
    page('about', 'site', 'about.title', 'about.description'),
    page('indicators', 'site', 'indicators.title', 'indicators.description'),
    page('about/methods', 'about', 'methods.title', 'methods.description'),
    page('quality', 'about', 'quality.title', 'quality.description'),
    page('data', 'about', 'data.title', 'data.description'),
    page('about/api', 'about', 'api.title', 'api.description'),
    page('releases', 'public', 'releases.title', 'releases.description'),
    page('changes', 'public', 'changes.title', 'changes.description'),
    page('compare', 'compare', 'title', 'description'),
    page('about/glossary', 'site', 'glossary.title', 'glossary.description'),
    page('about/news', 'site', 'news.title', 'news.description'),
    page('about/report', 'site', 'report.title', 'report.description'),
    page('help', 'public', 'help.title', 'help.description'),
    page('about/licences', 'about', 'licences.title', 'licences.description'),
    page('about/accessibility', 'about', 'accessibility.title', 'accessibility.description'),
    page('about/privacy', 'about', 'privacy.title', 'privacy.description'),
  ]);

async function page<N extends Namespace>(
  path: string,
  catalog: N,
  title: TextKey<N>,
  description: TextKey<N>,
): Promise<SitePage> {
  const texts = async (key: TextKey<N>): Promise<Texts> =>
    Object.fromEntries(
      await Promise.all(
        languages.map(async (lang) => [lang, (await translator(lang, catalog))(key)] as const),
      ),
    );
  return { path, title: await texts(title), description: await texts(description) };
}
