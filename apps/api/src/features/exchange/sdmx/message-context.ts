import { languages, type Language } from '@qadam/i18n';
import { pickText, type Texts } from '../../../graphql/local-text.type.ts';
import type { ReadRelease } from '../../publication/release.reader.ts';
import type { CodeLists } from './code-lists.ts';
import type { Attribute, Component, Cube } from './cube.ts';
import type { ManyTexts } from './texts.ts';

/** The SDMX-JSON of SDMX 2.1, 3.0 and 3.1; the last two differ only in constraints. */
export type JsonVersion = '1.0.0' | '2.0.0' | '2.1.0';

export type MessageKind = 'data' | 'structure' | 'metadata';

/** What a data message needs besides its observations. */
export interface MessageContext {
  cube: Cube;
  lists: CodeLists;
  texts: ManyTexts;
  lang: Language;
  release: ReadRelease;
  origin: string;
  citation: string;
  shown: Shown;
  /** How many observations will follow; a writer chooses by it what it keeps in memory. */
  size: number;
}

/** Which parts of an observation were asked for. */
export interface Shown {
  measure: boolean;
  /** Ids of the attributes. */
  attributes: ReadonlySet<string>;
}

export const attributesShown = ({
  cube,
  shown,
}: MessageContext): readonly (Attribute & { at: number })[] =>
  cube.attributes
    .map((attribute, at) => ({ ...attribute, at }))
    .filter(({ id }) => shown.attributes.has(id));

/** Neither values nor attributes of single observations were asked for: the answer is a list of series. */
export const isSeriesOnly = ({ shown, cube }: MessageContext): boolean =>
  !shown.measure &&
  !cube.attributes.some(({ id, level }) => level === 'OBSERVATION' && shown.attributes.has(id));

export const conceptName = ({ id }: Component, { texts }: Pick<MessageContext, 'texts'>): Texts =>
  texts.of('concepts', id);

export const codeName = (
  { list = '' }: Component,
  code: string,
  { lists }: Pick<MessageContext, 'lists'>,
): Texts => lists.get(list)?.get(code) ?? { en: code };

export const best = (texts: Texts, { lang }: Pick<MessageContext, 'lang'>): string =>
  pickText(texts, lang).text;

/** `name` in the reader's language, `names` in every language. */
export const named = (
  texts: Texts,
  context: Pick<MessageContext, 'lang'>,
): { name: string; names: Texts } => ({ name: best(texts, context), names: texts });

/** The head of an SDMX-JSON message. `prepared` is the time of the release, so that every request gets the same bytes. */
export function meta(
  kind: MessageKind,
  context: Pick<MessageContext, 'release' | 'lang' | 'texts'>,
  version: JsonVersion,
): object {
  const { release, lang, texts } = context;
  const isOld = version === '1.0.0';
  const folder = `https://raw.githubusercontent.com/sdmx-twg/sdmx-json/v2.0.0/${kind}-message/tools/schemas`;
  return {
    schema: `${folder}/${isOld ? '1.0' : '2.0.0'}/sdmx-json-${kind}-schema.json`,
    id: `QADAM-${kind.toUpperCase()}-${release.number.replace('.', '-')}`,
    test: false,
    prepared: release.publishedAt,
    contentLanguages: [lang, ...languages.filter((one) => one !== lang)],
    sender: { id: 'QADAM', ...named(texts.of('agency'), context) },
  };
}
