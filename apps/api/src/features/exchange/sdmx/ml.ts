import { languageTag, languages } from '@qadam/i18n';
import type { Texts } from '../../../graphql/local-text.type.ts';
import { element, escaped, opening } from '../markup.ts';
import { AGENCY, VERSION } from './cube.ts';
import type { MessageContext, MessageKind } from './message-context.ts';
import { PACKAGES, urn, type SdmxClass } from './urn.ts';

/** SDMX-ML of SDMX 2.1 and of 3.0. */
export type MlVersion = '2.1' | '3.0';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Readers recognise namespaces by the end of their address, some by these prefixes; only namespaces that are used may be declared. */
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

/** One element for each language that has the text. */
export const localised = (name: string, texts: Texts): string[] =>
  languages.flatMap((lang) => {
    const text = texts[lang];
    return text === undefined || text === ''
      ? []
      : [element(name, { 'xml:lang': languageTag(lang) }, escaped(text))];
  });

/** `rest`: what a header of its kind has after the sender. The message counts as prepared when the release was published. */
export function header(
  kind: MessageKind,
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

/** An artefact of ours that a message refers to; `item`: an entry of a list or scheme. */
export interface Referred {
  class: SdmxClass;
  id: string;
  item?: string;
}

/** 2.1 refers to an artefact by a Ref element, because not all its readers accept a URN; 3.0 refers to it by URN. */
export const reference = (
  version: MlVersion,
  name: string,
  { class: type, id, item }: Referred,
): string =>
  element(
    name,
    {},
    version === '3.0'
      ? escaped(urn(type, id, { item }))
      : element('Ref', {
          ...(item === undefined
            ? { id, version: VERSION }
            : { id: item, maintainableParentID: id, maintainableParentVersion: VERSION }),
          ...{ agencyID: AGENCY, package: PACKAGES[type], class: type },
        }),
  );

/** The error message for a client that reads SDMX-ML. */
export const errorMl = (code: number, text: string): string =>
  beginning('Error', namespaces('2.1', { message: 'message', common: 'common' })) +
  element(
    'message:ErrorMessage',
    { code },
    element('common:Text', { 'xml:lang': 'en' }, escaped(text)),
  ) +
  ending('Error');
