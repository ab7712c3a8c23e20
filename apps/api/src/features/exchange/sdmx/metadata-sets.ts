import type { EntityManager } from '@mikro-orm/postgresql';
import { languages } from '@qadam/i18n';
import { publicDb } from '../../../database/db.ts';
import type { Texts } from '../../../graphql/local-text.type.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import { flowOf, names, meansOurVersion, refuseOthers, type Address } from './address.ts';
import { AGENCY } from './cube.ts';
import { METADATA, METADATA_KEYS, metadataId } from './metadata-structure.ts';
import { SdmxError } from './sdmx-error.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

/** The metadata sheet of an indicator, identified by the SDMX id of its code. */
export interface MetadataSet {
  id: string;
  names: Texts;
  /** Only headings with a text in some language. */
  attributes: readonly { id: string; texts: Texts }[];
}

/** Which sheets are wanted; `isStub`: without their texts. */
export interface MetadataQuery {
  isWanted: (id: string) => boolean;
  isStub: boolean;
}

/**
 * `path`: the segments after metadata. Version 2 asks by metadata set, by the structure that a set is about, or by metadataflow; version 1 asks by
 * flow, as for data.
 */
export function readMetadataQuery(path: readonly string[], query: Address['query']): MetadataQuery {
  const [by = ''] = path;
  const isNew = METADATA_CONTEXTS.includes(by);
  refuseOthers(query, isNew ? ['detail'] : []);
  const detail = query.get('detail') ?? 'full';
  if (!['full', 'allstubs'].includes(detail))
    throw new SdmxError('SYNTAX', 'detail is one of full, allstubs.');
  return { isWanted: isNew ? wantedOf(path) : wantedByFlow(path), isStub: detail === 'allstubs' };
}

export const METADATA_CONTEXTS: readonly string[] = ['metadataset', 'structure', 'metadataflow'];

type Wanted = MetadataQuery['isWanted'];
const NONE: Wanted = () => false;
const ALL: Wanted = () => true;

function wantedOf([by = '', ...rest]: readonly string[]): Wanted {
  if (by === 'metadataset') {
    const [provider = '*', id = '*', version = '*'] = rest;
    refuseMore(rest, 3);
    const ours = names(provider, AGENCY) && meansOurVersion(version);
    return ours ? (one) => names(id, one) : NONE;
  }
  if (by === 'structure') {
    const [type = '*', agency = '*', id = '*', version = '*'] = rest;
    refuseMore(rest, 4);
    const ours = names(agency, AGENCY) && meansOurVersion(version);
    return ours && names(type, 'codelist') && names(id, METADATA.list) ? ALL : NONE;
  }
  const [agency = '*', id = '*', version = '*', provider = '*'] = rest;
  refuseMore(rest, 4);
  const ours = names(agency, AGENCY) && names(provider, AGENCY) && meansOurVersion(version);
  return ours && names(id, METADATA.flow) ? ALL : NONE;
}

/** The path of version 1: `QADAM,MDF_INDICATORS,1.0.0` or the id alone, then the indicators joined by +, and a provider. */
function wantedByFlow([
  flow = '',
  key = 'all',
  provider = 'all',
  ...more
]: readonly string[]): Wanted {
  refuseMore(more, 0);
  return names(provider, AGENCY) && flowOf(flow) === METADATA.flow
    ? (one) => names(key, one)
    : NONE;
}

function refuseMore(rest: readonly string[], most: number): void {
  if (rest.slice(most).some((part) => part !== ''))
    throw new SdmxError('SYNTAX', `Nothing can stand at ${rest.slice(most).join('/')}.`);
}

/** In the order of the framework. */
export async function readMetadataSets(
  em: EntityManager,
  release: number,
  { isWanted, isStub }: MetadataQuery,
): Promise<MetadataSet[]> {
  const rows = await publicDb(em)
    .selectFrom(rowsAsOf('indicator', release).as('t'))
    .select(['t.code', 't.name', 't.definition', 't.sheet'])
    .orderBy('t.position')
    .execute();
  return rows
    .filter(({ code }) => isWanted(sdmxId(code)))
    .map(({ code, name, definition, sheet }) => ({
      id: sdmxId(code),
      names: name,
      attributes: isStub
        ? []
        : METADATA_KEYS.map((key) => ({
            id: metadataId(key),
            texts: key === 'definition' ? definition : textsOf((lang) => sheet[lang]?.[key]),
          })).filter(({ texts }) => Object.keys(texts).length > 0),
    }));
}

const textsOf = (textIn: (lang: (typeof languages)[number]) => string | undefined): Texts =>
  Object.fromEntries(
    languages.flatMap((lang) => {
      const text = textIn(lang)?.trim() ?? '';
      return text === '' ? [] : [[lang, text]];
    }),
  );
