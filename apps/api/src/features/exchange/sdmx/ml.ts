import { languageTag, languages } from '@qadam/i18n';
import type { Texts } from '../../../graphql/local-text.type.ts';
import { element, escaped, opening } from '../markup.ts';
import { AGENCY, VERSION } from './cube.ts';
import type { MessageContext } from './message-context.ts';

/** SDMX-ML of SDMX 2.1 and of 3.0. */
export type MlVersion = '2.1' | '3.0';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Readers find namespaces by the end of their address, and some by these prefixes: none is declared that is not used. */
export const namespaces = (
  version: MlVersion,
  names: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).map(([prefix, path]) => [
      `xmlns:${prefix}`,
      `http://www.sdmx.org/resources/sdmxml/schemas/v${version.replace('.', '_')}/${path}`,
    ]),
  );

export const beginning = (root: string, declared: Readonly<Record<string, string>>): string =>
  HEAD + opening(`message:${root}`, declared);

export const ending = (root: string): string => `</message:${root}>\n`;

/** A text in every language there is. */
export const localised = (name: string, texts: Texts): string[] =>
  languages.flatMap((lang) => {
    const text = texts[lang];
    return text === undefined || text === ''
      ? []
      : [element(name, { 'xml:lang': languageTag(lang) }, escaped(text))];
  });

/** `rest`: what a header of its kind has after the sender. A message of a release was prepared when the release was. */
export function header(
  kind: 'data' | 'structure',
  { release, texts }: Pick<MessageContext, 'release' | 'texts'>,
  ...rest: readonly string[]
): string {
  const text = (name: string, value: string) => element(`message:${name}`, {}, escaped(value));
  return element(
    'message:Header',
    {},
    text('ID', `QADAM-${kind.toUpperCase()}-${release.number.replace('.', '-')}`),
    text('Test', 'false'),
    text('Prepared', release.publishedAt),
    element('message:Sender', { id: AGENCY }, ...localised('common:Name', texts.of('agency'))),
    ...rest,
  );
}

export interface Referred {
  class: 'Dataflow' | 'DataStructure' | 'Codelist';
  id: string;
  urn: string;
}

const PACKAGES = {
  Dataflow: 'datastructure',
  DataStructure: 'datastructure',
  Codelist: 'codelist',
} as const;

/** What is maintained is named by a reference in 2.1, which not all readers take as a URN, and by its URN in 3.0. */
export const reference = (version: MlVersion, name: string, to: Referred): string =>
  element(
    name,
    {},
    version === '3.0'
      ? escaped(to.urn)
      : element('Ref', {
          ...{ id: to.id, version: VERSION, agencyID: AGENCY },
          ...{ package: PACKAGES[to.class], class: to.class },
        }),
  );

/** What a client that reads SDMX-ML is told instead of an answer. */
export const errorMl = (code: number, text: string): string =>
  beginning('Error', namespaces('2.1', { message: 'message', common: 'common' })) +
  element(
    'message:ErrorMessage',
    { code },
    element('common:Text', { 'xml:lang': 'en' }, escaped(text)),
  ) +
  ending('Error');
