import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { publishThird, readSdmxJson, readSdmxMl } from '../../../testing/sdmx-messages.ts';
import { elementsOf, type XmlElement } from '../../../testing/xml-elements.ts';

// These libraries are in no registry that can be reached where the tests run. So their requests are replayed, and the answers are checked for what
// their readers take from them, by their sources (khaeru/sdmx 2.28, ondata/opensdmx 0.29, bis-med-it/pysdmx 1.21, .Stat Suite).

let test: TestApp;
let release: string;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  release = await publishThird(test);
}, 120_000);
afterAll(() => test.stop());

async function ask(url: string, accept: string): Promise<string> {
  const answer = await test.http({ url: `/sdmx/${url}`, headers: { accept } });
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.body;
}
const elements = async (url: string, accept: string) => elementsOf(await ask(url, accept));
const named = (all: readonly XmlElement[], name: string) => all.filter((one) => one.name === name);
const ids = (all: readonly XmlElement[]) => all.map(({ attributes }) => attributes['id']);

describe('sdmx1 (Python), which names no media type unless it has a structure', () => {
  const ANY = '*/*';

  it('reads the dataflows, and one with all that belongs to it', async () => {
    const flows = await elements('dataflow/all/all/latest', ANY);
    expect(flows[0]).toMatchObject({
      name: 'Structure',
      uri: 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message',
    });
    expect(ids(named(flows, 'Dataflow'))).toEqual(['DF_INDICATORS', 'DF_TARGETS', 'DF_LEVELS']);
    const all = await elements('dataflow/QADAM/DF_INDICATORS/latest?references=all', ANY);
    expect(
      ids(named(all, 'Dimension').filter(({ within }) => within.includes('DimensionList'))),
    ).toEqual(['FREQ', 'REF_AREA', 'INDICATOR', 'SEX', 'AGE', 'URBANISATION', 'CUST_BREAKDOWN']);
    const lists = ids(named(all, 'Codelist'));
    // the reader resolves references at the end, and reports a missing code list as an error
    for (const { attributes } of named(all, 'Ref').filter(
      ({ attributes: { class: type } }) => type === 'Codelist',
    ))
      expect(lists).toContain(attributes['id']);
    const measure = named(all, 'PrimaryMeasure').find(
      ({ within }) => within.at(-1) === 'MeasureList',
    );
    expect(measure?.attributes['id']).toBe('OBS_VALUE');
  });

  it('reads data in the generic form, whose header names the structure of the data set', async () => {
    const body = await ask('data/DF_INDICATORS/.KG.A4_2....?startPeriod=2018', ANY);
    const all = elementsOf(body);
    expect(all[0]?.name).toBe('GenericData');
    const structure = named(all, 'Structure')[0];
    expect(structure?.attributes).toMatchObject({
      structureID: 'DSD_INDICATORS',
      dimensionAtObservation: 'TIME_PERIOD',
    });
    expect(named(all, 'DataSet')[0]?.attributes['structureRef']).toBe('DSD_INDICATORS');
    expect(readSdmxMl(body)).toHaveLength(24);
  });

  it('reads structure-specific data where it has the structure', async () => {
    const accept = 'application/vnd.sdmx.structurespecificdata+xml;version=2.1';
    const body = await ask('data/DF_INDICATORS/A.KG.A4_2....', accept);
    const [root] = elementsOf(body);
    expect(root?.name).toBe('StructureSpecificData');
    // its reader takes every attribute without a namespace for a component
    const [obs] = named(elementsOf(body), 'Obs');
    expect(Object.keys(obs?.attributes ?? {})).toEqual([
      ...['TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS', 'CONF_STATUS', 'SOURCE_DETAIL'],
      ...['COMMENT_OBS', 'LICENCE'],
    ]);
  });

  it('reads what there is, and the draft of SDMX-JSON 1.0 with its parts at the root', async () => {
    const all = await elements('availableconstraint/DF_INDICATORS', ANY);
    expect(named(all, 'ContentConstraint')[0]?.attributes).toMatchObject({ type: 'Actual' });
    const body = await ask(
      'data/DF_INDICATORS/A.KG.A4_2',
      'application/vnd.sdmx.data+json;version=1.0.0-wd',
    );
    const { header, structure, dataSets } = JSON.parse(body) as Record<string, object>;
    expect(header).toMatchObject({
      id: `QADAM-DATA-${release.replace('.', '-')}`,
      sender: { id: 'QADAM' },
    });
    expect(structure).toMatchObject({ dimensions: { observation: [{ id: 'TIME_PERIOD' }] } });
    expect(dataSets).toHaveLength(1);
  });
});

describe('opensdmx (Python)', () => {
  const STRUCTURE = 'application/vnd.sdmx.structure+xml;version=2.1';
  const DATA = 'data/DF_INDICATORS/A.KG.A4_2....';

  it('finds namespaces by their prefixes', async () => {
    const [root] = await elements('dataflow/QADAM', STRUCTURE);
    expect(Object.keys(root?.attributes ?? {})).toEqual(
      expect.arrayContaining(['xmlns:structure', 'xmlns:common', 'xmlns:message']),
    );
    expect(await ask('data/DF_INDICATORS?detail=serieskeysonly', 'application/xml')).toContain(
      'xmlns:generic=',
    );
  });

  it('goes from a dataflow to its structure, the places of its dimensions, and their lists', async () => {
    const flows = await elements('dataflow/QADAM', STRUCTURE);
    const reference = named(flows, 'Ref').find(({ within }) => within.at(-2) === 'Dataflow');
    expect(reference?.attributes['id']).toBe('DSD_INDICATORS');
    const all = await elements('datastructure/ALL/DSD_INDICATORS', STRUCTURE);
    const dimensions = named(all, 'Dimension').filter(({ attributes }) => attributes['position']);
    expect(dimensions.map(({ attributes }) => attributes['position'])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    const lists = named(all, 'Ref').filter(
      ({ within }) => within.includes('LocalRepresentation') && within.includes('DimensionList'),
    );
    expect(lists.map(({ attributes }) => attributes['id'])).toContain('CL_AREA');
    const codes = await elements('codelist/ALL/CL_AREA', STRUCTURE);
    expect(ids(named(codes, 'Code'))).toContain('KG');
  });

  it('asks what there is, and reads series keys where that takes too long', async () => {
    const all = await elements('availableconstraint/DF_INDICATORS?references=none', STRUCTURE);
    const key = named(all, 'KeyValue').find(({ attributes }) => attributes['id'] === 'REF_AREA');
    expect(key).toBeDefined();
    const values = named(all, 'Value').map(({ text }) => text);
    expect(values).toEqual(expect.arrayContaining(['KG', 'A4_2', '2018']));
    const dots = await elements('availableconstraint/QADAM,DF_INDICATORS,1.0.0/......', STRUCTURE);
    expect(named(dots, 'Value')).toHaveLength(values.length);
    const series = await elements(
      `data/DF_INDICATORS/......?detail=serieskeysonly`,
      'application/xml',
    );
    expect(named(series, 'Series').length).toBeGreaterThan(100);
    expect(named(series, 'Obs')).toEqual([]);
  });

  it('reads data as CSV, with a number in OBS_VALUE', async () => {
    const { rows } = readCsv({
      bytes: Buffer.from(await ask(`${DATA}?startPeriod=2018&lastNObservations=1`, 'text/csv')),
    });
    const [head = [], ...lines] = rows;
    expect(head.slice(0, 2)).toEqual(['DATAFLOW', 'FREQ']);
    for (const line of lines) expect(Number(line[head.indexOf('OBS_VALUE')])).toBeGreaterThan(0);
  });
});

describe('pysdmx (Python)', () => {
  const vnd = (kind: string, version: string) => `application/vnd.sdmx.${kind};version=${version}`;
  type Structures = Record<string, Record<string, unknown>[]>;
  const structures = async (url: string, accept: string) =>
    (JSON.parse(await ask(url, accept)) as { data: Structures }).data;

  it('asks a registry in the words of version 2, and for a schema as a structure', async () => {
    const JSON2 = vnd('structure+json', '2.0.0');
    const { agencySchemes } = await structures('structure/agencyscheme/SDMX', JSON2);
    expect(agencySchemes).toMatchObject([{ agencies: [{ id: 'QADAM', name: 'Qadam' }] }]);
    const { dataStructures, codelists, conceptSchemes } = await structures(
      'schema/dataflow/QADAM/DF_INDICATORS/1.0.0',
      JSON2,
    );
    expect(dataStructures).toHaveLength(1);
    expect(conceptSchemes).toHaveLength(1);
    expect(codelists?.map(({ id }) => id)).toContain('CL_AREA');
    const details = 'structure/dataflow/QADAM/DF_INDICATORS/~?references=children';
    expect(Object.keys(await structures(details, JSON2))).toEqual(['dataflows', 'dataStructures']);
  });

  it.each([
    vnd('data+json', '1.0.0'),
    vnd('data+json', '2.0.0'),
    vnd('data+csv', '1.0.0'),
    vnd('data+csv', '2.0.0'),
    vnd('data+csv', '2.1.0'),
    vnd('genericdata+xml', '2.1'),
    vnd('generictimeseriesdata+xml', '2.1'),
    vnd('structurespecificdata+xml', '2.1'),
    vnd('structurespecifictimeseriesdata+xml', '2.1'),
    vnd('data+xml', '3.0.0'),
  ])('is given data as %s, by the paths of both versions', async (accept) => {
    const newer = 'data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2';
    const older = 'data/QADAM,DF_INDICATORS,latest/A.KG.A4_2?detail=full&includeHistory=false';
    const bodies = [await ask(newer, accept), await ask(older, accept)];
    expect(bodies[0]).toBe(bodies[1]);
    const count = (body: string) => {
      if (accept.includes('json')) return readSdmxJson(body).length;
      return accept.includes('xml')
        ? readSdmxMl(body).length
        : body.trim().split('\r\n').length - 1;
    };
    expect(count(bodies[0] ?? '')).toBe(24);
  });

  it.each([
    vnd('structure+json', '1.0.0'),
    vnd('structure+json', '2.0.0'),
    vnd('structure+xml', '2.1'),
    vnd('structure+xml', '3.0.0'),
  ])('is given structures and what there is as %s', async (accept) => {
    expect(await ask('codelist/QADAM/CL_SEX/latest?detail=full&references=none', accept)).toContain(
      'CL_SEX',
    );
    const available = 'availability/dataflow/QADAM/DF_INDICATORS/1.0.0/*/*?references=codelist';
    const body = await ask(available, accept);
    expect(body).toContain('CR_DF_INDICATORS');
    expect(body).toContain('CL_SEX');
  });
});

describe('.Stat Suite', () => {
  const STRUCTURE = 'application/vnd.sdmx.structure+json;version=1.0;urn=true';

  it('reads a dataflow with all around it as SDMX-JSON 1.0', async () => {
    const url = 'dataflow/QADAM/DF_INDICATORS/1.0.0/?references=all&detail=referencepartial';
    const { data } = JSON.parse(await ask(url, STRUCTURE)) as {
      data: {
        dataStructures: {
          dataStructureComponents: {
            dimensionList: { dimensions: object[]; timeDimensions: object[] };
            measureList: object;
            attributeList: { attributes: object[] };
          };
        }[];
        codelists: object[];
      };
    };
    const [structure] = data.dataStructures;
    expect(structure?.dataStructureComponents).toMatchObject({
      dimensionList: {
        dimensions: expect.arrayContaining([
          expect.objectContaining({
            id: 'REF_AREA',
            position: 1,
            localRepresentation: {
              enumeration: 'urn:sdmx:org.sdmx.infomodel.codelist.Codelist=QADAM:CL_AREA(1.0.0)',
            },
          }),
        ]),
        timeDimensions: [{ id: 'TIME_PERIOD', type: 'TimeDimension' }],
      },
      measureList: { primaryMeasure: { id: 'OBS_VALUE' } },
      attributeList: {
        attributes: expect.arrayContaining([
          expect.objectContaining({
            id: 'OBS_STATUS',
            assignmentStatus: 'Mandatory',
            attributeRelationship: { primaryMeasure: 'OBS_VALUE' },
          }),
        ]),
      },
    });
    expect(data.codelists.length).toBeGreaterThan(10);
  });

  it('reads what there is with the code lists, by the years of a table', async () => {
    const url =
      'availableconstraint/QADAM,DF_INDICATORS,1.0.0/A.KG..../all/all?mode=exact&references=codelist&startPeriod=2018';
    const { data } = JSON.parse(await ask(url, STRUCTURE)) as { data: Record<string, object[]> };
    expect(data['contentConstraints']).toMatchObject([
      { type: 'Actual', cubeRegions: [{ isIncluded: true, keyValues: expect.any(Array) }] },
    ]);
    expect(data['codelists']?.length).toBeGreaterThan(5);
  });

  it('reads a table flat as SDMX-JSON 1.0, and hands on CSV with names', async () => {
    const url =
      'data/QADAM,DF_INDICATORS,1.0.0/A.KG.A4_2....?dimensionAtObservation=AllDimensions&startPeriod=2018';
    const accept = 'application/vnd.sdmx.data+json;version=1.0.0';
    const { data } = JSON.parse(await ask(url, accept)) as {
      data: { structure: { attributes: { observation: { id: string }[] } }; dataSets: object[] };
    };
    expect(data.dataSets).toMatchObject([{ observations: expect.any(Object) }]);
    expect(readSdmxJson(await ask(url, accept))).toHaveLength(24);
    const csv = await ask(url, 'application/vnd.sdmx.data+csv;file=true;labels=both');
    expect(csv).toContain('DATAFLOW,FREQ: Frequency,REF_AREA: Area');
    expect(csv).toContain('KG: Kyrgyzstan');
  });
});
