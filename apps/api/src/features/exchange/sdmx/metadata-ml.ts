import { element, escaped } from '../markup.ts';
import { AGENCY, VERSION } from './cube.ts';
import { METADATA } from './metadata-structure.ts';
import type { MetadataSet } from './metadata-sets.ts';
import {
  beginning,
  ending,
  header,
  localised,
  namespaces,
  reference,
  type MlVersion,
} from './ml.ts';
import type { ReleaseContext } from './structures.ts';
import { urn } from './urn.ts';

/** Metadata sheets as SDMX-ML: reports of SDMX 2.1 in the generic form, or the metadata sets of 3.0. */
export function metadataMl(
  sets: readonly MetadataSet[],
  isStub: boolean,
  context: ReleaseContext,
  version: MlVersion,
): string {
  const structure = { class: 'MetadataStructure', id: METADATA.structure } as const;
  const head = header(
    'metadata',
    context,
    element(
      'message:Structure',
      { structureID: METADATA.structure },
      reference(version, 'common:Structure', structure),
    ),
    element('message:DataSetAction', {}, 'Replace'),
  );
  const declared = namespaces(version, {
    ...{ message: 'message', common: 'common', generic: 'metadata/generic' },
  });
  const written = sets.map((set) =>
    version === '2.1' ? report(set) : metadataSet(set, isStub, context),
  );
  return (
    beginning('GenericMetadata', declared) + head + written.join('') + ending('GenericMetadata')
  );
}

function report({ id, names, attributes }: MetadataSet): string {
  const indicator = { class: 'Code', id: METADATA.list, item: id } as const;
  return element(
    'message:MetadataSet',
    { structureRef: METADATA.structure, setID: id, action: 'Replace' },
    ...localised('common:Name', names),
    element(
      'generic:Report',
      { id: METADATA.report },
      element(
        'generic:Target',
        { id: METADATA.target },
        element(
          'generic:ReferenceValue',
          { id: METADATA.object },
          reference('2.1', 'generic:ObjectReference', indicator),
        ),
      ),
      element(
        'generic:AttributeSet',
        {},
        ...attributes.map((one) =>
          element(
            'generic:ReportedAttribute',
            { id: one.id },
            ...localised('common:Text', one.texts),
          ),
        ),
      ),
    ),
  );
}

function metadataSet(
  { id, names, attributes }: MetadataSet,
  isStub: boolean,
  { origin }: ReleaseContext,
): string {
  return element(
    'message:MetadataSet',
    {
      ...{ urn: urn('MetadataSet', id), isExternalReference: isStub, agencyID: AGENCY, id },
      version: VERSION,
      structureURL: isStub
        ? `${origin}/sdmx/metadata/metadataset/${AGENCY}/${id}/${VERSION}`
        : null,
    },
    ...localised('common:Name', names),
    ...(isStub
      ? []
      : [
          element('generic:Metadataflow', {}, escaped(urn('Metadataflow', METADATA.flow))),
          element('generic:Target', {}, escaped(urn('Code', METADATA.list, { item: id }))),
          ...attributes.map((one) =>
            element('generic:Attribute', { id: one.id }, ...localised('common:Text', one.texts)),
          ),
        ]),
  );
}
