import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { oncePer, oncePerKey } from '../../http/memo.ts';
import { OWN_LICENCE } from '../publication/own-licence.ts';
import type { ExportContext } from './export-format.ts';
import type { NamedSource, ReleaseContents } from './release-contents.ts';
import type { ReleasedRow } from './released-rows.ts';

/** Where a released figure comes from, which decides its licence. */
export interface RowSource {
  /** The id of a named source, or the code of the reporting body. */
  id: string | null;
  publisher: Texts | null;
  title: Texts;
  year: number | null;
  url: string | null;
  /** BODY: the source is the reporting body itself. */
  kind: string;
  licence: string;
}

const OWN = { year: null, url: null, kind: 'BODY', licence: OWN_LICENCE };

type Sourced = Pick<ReleasedRow, 'source' | 'sourceText' | 'body'>;

/**
 * The named source; without one, the body that reported the figure, with the document it names if any. Null for a hidden cell, and for a figure of an
 * early release that has no body.
 */
export function rowSource(
  { source, sourceText, body }: Sourced,
  { sources, bodies }: Pick<ReleaseContents, 'sources' | 'bodies'>,
): RowSource | null {
  const named = source === null ? undefined : sources.get(source);
  if (named) return namedSource(named);
  const names = body === null ? null : (bodies.get(body) ?? null);
  if (sourceText === null) return names && bodySource(names, body);
  return { id: body, publisher: names, title: anyLanguage(sourceText), ...OWN };
}

/** Cached per source and body: most rows of a file name one of a few, and several columns ask for it. */
const namedSource = oncePer(({ publisher, title, ...facts }: NamedSource): RowSource => ({
  ...facts,
  publisher: anyLanguage(publisher),
  title: anyLanguage(title),
}));

const bodySource = oncePerKey((names: Texts, id: string | null): RowSource => ({
  id,
  publisher: names,
  title: names,
  ...OWN,
}));

/** Publisher, title and year in one line: `Ministry of Internal Affairs. Order 7`. */
export function sourceLine({ publisher, title, year }: RowSource): Texts {
  const languages = new Set([
    ...Object.keys(publisher ?? {}),
    ...Object.keys(title),
  ]) as Set<Language>;
  const line = (lang: Language) => {
    const texts = [publisher, title].map((texts) => (texts ? pickText(texts, lang).text : null));
    return [...new Set([...texts, year])].filter((part) => part !== null).join('. ');
  };
  return Object.fromEntries([...languages].map((lang) => [lang, line(lang)]));
}

/** The origins of all rows of a file: the named sources, then the bodies that reported figures. */
export function listedSources({ contents, lang }: Pick<ExportContext, 'contents' | 'lang'>) {
  const bodies = [...contents.bodies].map(([id, names]) => {
    const { text } = pickText(names, lang);
    return { id, title: text, publisher: text, ...OWN };
  });
  return [...contents.sources.values(), ...bodies];
}

/** A title of a source is kept in one language only. */
const anyLanguage = (text: string): Texts => ({ en: text });
