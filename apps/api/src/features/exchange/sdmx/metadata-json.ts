import { AGENCY, VERSION } from './cube.ts';
import { best, meta, named, type JsonVersion } from './message-context.ts';
import { METADATA } from './metadata-structure.ts';
import type { MetadataSet } from './metadata-sets.ts';
import type { ReleaseContext } from './structures.ts';
import { urn } from './urn.ts';

/** Metadata sheets as SDMX-JSON: reports in 1.0, separate metadata sets since 2.0. */
export function metadataJson(
  sets: readonly MetadataSet[],
  isStub: boolean,
  context: ReleaseContext,
  version: JsonVersion,
): string {
  const metadataSets = sets.map((set) => ({
    id: set.id,
    ...named(set.names, context),
    links: [
      {
        rel: isStub ? 'external' : 'self',
        href: `${context.origin}/sdmx/metadata/metadataset/${AGENCY}/${set.id}/${VERSION}`,
      },
      ...(version === '1.0.0'
        ? [{ rel: 'metadatastructure', urn: urn('MetadataStructure', METADATA.structure) }]
        : []),
    ],
    ...(version === '1.0.0' ? reports(set, context) : own(set, isStub)),
  }));
  return JSON.stringify({ meta: meta('metadata', context, version), data: { metadataSets } });
}

const indicator = ({ id }: MetadataSet): string => urn('Code', METADATA.list, { item: id });

const own = (set: MetadataSet, isStub: boolean): object => ({
  ...{ agencyID: AGENCY, version: VERSION },
  ...(isStub
    ? { isExternalReference: true }
    : {
        metadataflow: urn('Metadataflow', METADATA.flow),
        targets: [indicator(set)],
        attributes: set.attributes.map(({ id, texts }) => ({ id, value: texts })),
      }),
});

const reports = (set: MetadataSet, context: ReleaseContext): object => ({
  reports: [
    {
      id: METADATA.report,
      target: {
        id: METADATA.target,
        referenceValues: [{ id: METADATA.object, object: indicator(set) }],
      },
      attributeSet: {
        reportedAttributes: set.attributes.map(({ id, texts }) => ({
          ...{ id, text: best(texts, context), texts },
        })),
      },
    },
  ],
});
