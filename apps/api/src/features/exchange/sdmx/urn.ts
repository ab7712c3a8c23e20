import { AGENCY, VERSION } from './cube.ts';

/** The classes of artefacts and items, with the package of the information model that holds each. */
export const PACKAGES = {
  AgencyScheme: 'base',
  Categorisation: 'categoryscheme',
  Category: 'categoryscheme',
  CategoryScheme: 'categoryscheme',
  Code: 'codelist',
  Codelist: 'codelist',
  Concept: 'conceptscheme',
  ConceptScheme: 'conceptscheme',
  Dataflow: 'datastructure',
  DataStructure: 'datastructure',
  Metadataflow: 'metadatastructure',
  MetadataSet: 'metadatastructure',
  MetadataStructure: 'metadatastructure',
  MetadataTarget: 'metadatastructure',
} as const;
export type SdmxClass = keyof typeof PACKAGES;

interface Place {
  /** The id of an entry in a list or scheme. */
  item?: string | undefined;
  agency?: string;
  version?: string;
}

/** The globally unique name of an artefact or item; one of ours unless another agency or version is given. */
export function urn(
  type: SdmxClass,
  id: string,
  { item, agency = AGENCY, version = VERSION }: Place = {},
): string {
  const maintained = `urn:sdmx:org.sdmx.infomodel.${PACKAGES[type]}.${type}=${agency}:${id}(${version})`;
  return item === undefined ? maintained : `${maintained}.${item}`;
}
