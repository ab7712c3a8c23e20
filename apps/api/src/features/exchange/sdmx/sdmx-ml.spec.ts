import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validateXML } from 'xmllint-wasm';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';
import { sharedSchemas } from '../../../testing/shared-schemas.ts';
import { elementsOf } from '../../../testing/xml-elements.ts';
import { INDICATORS } from './cube.ts';
import { dataNamespace } from './schema-xsd.ts';

const V1 = 'data/QADAM,DF_INDICATORS,1.0.0/all';
const V2 = 'data/dataflow/QADAM/DF_INDICATORS/1.0.0/*';
const VND = 'application/vnd.sdmx.';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await publishThird(test);
}, 120_000);
afterAll(() => test.stop());

async function ask(url: string, accept: string): Promise<string> {
  const answer = await test.http({ url: `/sdmx/${url}`, headers: { accept } });
  return answer.body;
}

/** The distinct names of the children of the first element with this name, in order. */
async function childrenOf(name: string, url: string, version: string): Promise<string[]> {
  const all = elementsOf(await ask(url, `${VND}structure+xml;version=${version}`));
  return [
    ...new Set(all.filter(({ within }) => within.at(-1) === name).map((element) => element.name)),
  ];
}

describe('SDMX-ML has its elements in the order and namespaces of the standard', () => {
  const BASE = 'http://www.sdmx.org/resources/sdmxml/schemas';

  it.each([
    [
      '2.1',
      [
        ...['OrganisationSchemes', 'Dataflows', 'Metadataflows', 'CategorySchemes'],
        ...['Categorisations', 'Codelists', 'Concepts', 'MetadataStructures', 'DataStructures'],
      ],
    ],
    [
      '3.0.0',
      [
        ...['AgencySchemes', 'Categorisations', 'CategorySchemes', 'Codelists', 'ConceptSchemes'],
        ...['Dataflows', 'DataStructures', 'Metadataflows', 'MetadataStructures'],
      ],
    ],
  ])('structures of %s', async (version, containers) => {
    const all = 'structure/*/*/*';
    expect(await childrenOf('Structures', all, version)).toEqual(containers);
    expect(await childrenOf('Header', all, version)).toEqual(['ID', 'Test', 'Prepared', 'Sender']);
    expect(await childrenOf('DataStructureComponents', all, version)).toEqual([
      ...['DimensionList', 'AttributeList', 'MeasureList'],
    ]);
    expect(await childrenOf('Attribute', all, version)).toEqual([
      ...['ConceptIdentity', 'LocalRepresentation', 'AttributeRelationship'],
    ]);
    expect(await childrenOf('Dataflow', all, version)).toEqual([
      'Annotations',
      'Name',
      'Structure',
    ]);
  });

  it.each([
    ['genericdata', '2.1', 'v2_1/data/generic'],
    ['structurespecificdata', '2.1', ''],
    ['data', '3.0.0', ''],
  ])('%s of %s', async (form, version, place) => {
    const all = elementsOf(await ask(V2, `${VND}${form}+xml;version=${version}`));
    const message = `${BASE}/v${version.slice(0, 3).replace('.', '_')}/message`;
    expect(all.find(({ name }) => name === 'DataSet')?.uri).toBe(message);
    // in structure-specific data, elements inside the data set have no namespace
    for (const name of ['Series', 'Obs'])
      expect(all.find((one) => one.name === name)?.uri).toBe(
        place === '' ? '' : `${BASE}/${place}`,
      );
    const header = all.filter(({ within }) => within.at(-1) === 'Header').map(({ name }) => name);
    expect(header).toEqual([
      ...['ID', 'Test', 'Prepared', 'Sender', 'Structure', 'DataSetAction', 'DataSetID', 'Source'],
    ]);
  });
});

describe.each([
  ['2.1', sharedSchemas('sdmx-ml/2.1')],
  ['3.0', sharedSchemas('sdmx-ml/3.0')],
] as const)('by the schemas of SDMX-ML %s, where they are at hand', (version, schemas) => {
  const withSchemas = schemas ? it : it.skip;
  const full = version === '3.0' ? '3.0.0' : version;
  const structure = `${VND}structure+xml;version=${full}`;
  const forms =
    version === '3.0'
      ? [`${VND}data+xml;version=3.0.0`]
      : ['genericdata', 'structurespecificdata'].map((form) => `${VND}${form}+xml;version=2.1`);

  /** Validates with our own schema of structure-specific data added to those of the standard. */
  async function errorsOf(contents: string, layout: string): Promise<readonly unknown[]> {
    const namespace = dataNamespace(INDICATORS, layout);
    const own = await ask(
      `schema/dataflow/QADAM/DF_INDICATORS/1.0.0?dimensionAtObservation=${layout}`,
      `${VND}schema+xml;version=${full}`,
    );
    const imported = (name: string, place: string) =>
      `<xs:import namespace="${name}" schemaLocation="${place}"/>`;
    const message = `http://www.sdmx.org/resources/sdmxml/schemas/v${version.replace('.', '_')}/message`;
    const { errors } = await validateXML({
      xml: { fileName: 'message.xml', contents },
      schema: [
        `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imported(message, 'SDMXMessage.xsd')}${imported(namespace, 'own.xsd')}</xs:schema>`,
      ],
      preload: [
        ...[...(schemas ?? [])].map(([fileName, text]) => ({ fileName, contents: text })),
        { fileName: 'own.xsd', contents: own },
      ],
      initialMemoryPages: 512,
      maxMemoryPages: 8192,
    });
    return errors.map((error) => error.rawMessage);
  }

  withSchemas.each(['TIME_PERIOD', 'AllDimensions', 'REF_AREA'])(
    'data along %s are valid',
    async (layout) => {
      for (const accept of forms)
        for (const url of [V1, V2])
          expect([
            accept,
            await errorsOf(await ask(`${url}?dimensionAtObservation=${layout}`, accept), layout),
          ]).toEqual([accept, []]);
    },
    120_000,
  );

  withSchemas.each([
    'structure/*/*/*',
    'structure/*/*/*?detail=allstubs',
    'structure/codelist/QADAM/CL_AREA/1.0.0/KG,KZ',
    'availability/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG/REF_AREA?mode=available',
    'availability/dataflow/QADAM/DF_INDICATORS/1.0.0/*/*?references=all',
    'data/DF_INDICATORS?detail=serieskeysonly',
    `${V2}?updatedAfter=2026-01-01T00:00:00Z`,
  ])('%s is valid', async (url) => {
    const accept = url.startsWith('data') ? (forms[0] ?? '') : structure;
    expect(await errorsOf(await ask(url, accept), 'TIME_PERIOD')).toEqual([]);
  });

  withSchemas('metadata sheets are valid', async () => {
    const accept = `${VND}${version === '3.0' ? 'metadata' : 'genericmetadata'}+xml;version=${full}`;
    for (const url of ['metadata/metadataset', 'metadata/metadataset/*/A4_2/*?detail=allstubs'])
      if (version === '3.0' || !url.includes('stubs'))
        expect([url, await errorsOf(await ask(url, accept), 'TIME_PERIOD')]).toEqual([url, []]);
  });

  withSchemas('a message that is not is found out', async () => {
    const message = (await ask(V1, forms[0] ?? '')).replace('<message:Test>', '<message:Tset>');
    expect(await errorsOf(message, 'TIME_PERIOD')).not.toEqual([]);
    const broken = (await ask(V1, forms.at(-1) ?? '')).replace('REF_AREA="KG"', 'REF_AREA="XX"');
    expect(await errorsOf(broken, 'TIME_PERIOD')).not.toEqual([]);
  });
});
