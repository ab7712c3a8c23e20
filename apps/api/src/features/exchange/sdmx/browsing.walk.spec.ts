import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';
import { elementsOf, type XmlElement } from '../../../testing/xml-elements.ts';

// What people browse before they ask for data: categories, metadata sheets, single items, and which codes are left to choose.
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await publishThird(test);
}, 120_000);
afterAll(() => test.stop());

const VND = 'application/vnd.sdmx.';
const STRUCTURE_ML = `${VND}structure+xml;version=2.1`;

async function ask(url: string, accept = '*/*'): Promise<{ status: number; body: string }> {
  const { statusCode, body } = await test.http({ url: `/sdmx/${url}`, headers: { accept } });
  return { status: statusCode, body };
}
async function json<Data>(url: string, accept = 'application/json'): Promise<Data> {
  const { status, body } = await ask(url, accept);
  expect([url, status]).toEqual([url, 200]);
  return (JSON.parse(body) as { data: Data }).data;
}
async function elements(url: string, accept = STRUCTURE_ML): Promise<XmlElement[]> {
  const { status, body } = await ask(url, accept);
  expect([url, status]).toEqual([url, 200]);
  return elementsOf(body);
}
const named = (all: readonly XmlElement[], name: string) => all.filter((one) => one.name === name);
const ids = (all: readonly XmlElement[]) => all.map(({ attributes }) => attributes['id'] ?? '');

interface Named {
  id: string;
  names?: Record<string, string>;
  isPartial?: boolean;
}

describe('categories', () => {
  it('are the actions, and each holds the dataflows that have something of it', async () => {
    const { categorySchemes, categorisations, dataflows } = await json<{
      categorySchemes: { id: string; categories: Named[] }[];
      categorisations: { id: string; source: string; target: string }[];
      dataflows: Named[];
    }>('structure/categoryscheme/QADAM/*/*?references=parentsandsiblings');
    expect(categorySchemes).toHaveLength(1);
    const actions = await test
      .em()
      .execute<{ code: string }[]>(
        `select code from publication.action where until_release is null order by code`,
      );
    const categories = categorySchemes[0]?.categories ?? [];
    expect(categories.map(({ id }) => id)).toEqual(actions.map(({ code }) => code));
    expect(Object.keys(categories[0]?.names ?? {})).toEqual(expect.arrayContaining([...languages]));
    expect(dataflows.map(({ id }) => id)).toEqual(['DF_INDICATORS', 'DF_TARGETS', 'DF_LEVELS']);
    const told = await test.em().execute<{ place: string }[]>(
      `select distinct 'DF_INDICATORS ' || l.action as place
       from publication.action_indicator l join publication.value v using (indicator)
       where l.until_release is null and v.until_release is null
       union select distinct 'DF_TARGETS ' || l.action
       from publication.action_indicator l join publication.target p using (indicator) join publication.indicator i on i.code = l.indicator
       where l.until_release is null and p.until_release is null and i.until_release is null and i.kind <> 'MILESTONE'`,
    );
    const placed = categorisations.map(({ source, target }) => {
      const flow = /Dataflow=QADAM:(\w+)\(1\.0\.0\)$/.exec(source)?.[1] ?? source;
      return `${flow} ${/Category=QADAM:CS_ACTIONS\(1\.0\.0\)\.(\w+)$/.exec(target)?.[1] ?? target}`;
    });
    expect(placed.filter((place) => !place.startsWith('DF_LEVELS')).toSorted()).toEqual(
      told.map(({ place }) => place).toSorted(),
    );
    expect(placed.filter((place) => place.startsWith('DF_LEVELS'))).toHaveLength(actions.length);
  });

  it('are asked for by opensdmx, which joins both lists by references', async () => {
    const scheme = await elements('categoryscheme/QADAM/ALL/latest');
    expect(ids(named(scheme, 'CategoryScheme'))).toEqual(['CS_ACTIONS']);
    const all = await elements('categorisation/QADAM/ALL/latest');
    const within = (name: string) =>
      named(all, 'Ref').filter(
        (one) => one.within.at(-1) === name && one.within.includes('Categorisation'),
      );
    expect(new Set(within('Source').map(({ attributes }) => attributes['class']))).toEqual(
      new Set(['Dataflow']),
    );
    const categories = ids(named(scheme, 'Category'));
    for (const { attributes } of within('Target')) {
      expect(attributes['maintainableParentID']).toBe('CS_ACTIONS');
      expect(categories).toContain(attributes['id']);
    }
    expect(within('Source')).toHaveLength(within('Target').length);
  });

  it('are asked for by sdmx1 with what stands around them, and resolved within the message', async () => {
    const all = await elements(
      'categoryscheme/QADAM/all/latest?references=parentsandsiblings',
      '*/*',
    );
    const flows = ids(named(all, 'Dataflow'));
    const sources = named(all, 'Ref').filter(({ within }) => within.at(-1) === 'Source');
    for (const { attributes } of sources) expect(flows).toContain(attributes['id']);
  });

  it('are given to pysdmx and .Stat as JSON of both versions, names and all', async () => {
    for (const version of ['1.0.0', '2.0.0']) {
      const url = 'categoryscheme/QADAM/CS_ACTIONS/1.0.0?references=parentsandsiblings';
      const parts = await json<object>(url, `${VND}structure+json;version=${version}`);
      expect(Object.keys(parts).toSorted()).toEqual([
        ...['categorisations', 'categorySchemes', 'dataflows'],
      ]);
    }
  });
});

describe('single items', () => {
  it.each([
    ['codelist/QADAM/CL_AREA/1.0/KG', ['KG']],
    ['codelist/QADAM/CL_AREA/latest/KG+KZ', ['KZ', 'KG']],
    ['structure/codelist/QADAM/CL_AREA/1.0.0/KG,TJ', ['KG', 'TJ']],
    ['codelist/QADAM/CL_AREA/1.0/all', null],
  ])('%s', async (url, wanted) => {
    const all = await elements(url);
    const [list] = named(all, 'Codelist');
    expect(list?.attributes['isPartial']).toBe(wanted === null ? undefined : 'true');
    if (wanted === null) expect(named(all, 'Code').length).toBeGreaterThan(10);
    else expect(ids(named(all, 'Code'))).toEqual(wanted);
  });

  it('of schemes, as JSON too', async () => {
    const { conceptSchemes } = await json<{ conceptSchemes: (Named & { concepts: Named[] })[] }>(
      'structure/conceptscheme/QADAM/CS_QADAM/1.0.0/SEX,RATIONALE',
    );
    expect(conceptSchemes).toMatchObject([
      { isPartial: true, concepts: [{ id: 'SEX' }, { id: 'RATIONALE' }] },
    ]);
  });

  it.each([
    ['codelist/QADAM/CL_AREA/1.0/XX', 404],
    // no code list of ours is a hierarchy
    ['codelist/QADAM/CL_AREA/1.0/CA4.KG', 404],
    ['dataflow/QADAM/DF_INDICATORS/1.0.0/KG', 400],
  ])('%s is refused', async (url, status) => {
    expect((await ask(url)).status).toBe(status);
  });
});

describe('metadata sheets', () => {
  const sheet = async () => {
    const [row] = await test
      .em()
      .execute<
        { definition: Record<string, string>; sheet: Record<string, Record<string, string>> }[]
      >(
        `select definition, sheet from publication.indicator where code = 'A4.2' and until_release is null`,
      );
    if (!row) throw new Error('A4.2');
    return row;
  };

  it('have a structure and a flow, with the headings of the sheet as concepts', async () => {
    const all = await elements('metadatastructure/QADAM/MSD_INDICATORS/1.0.0?references=all');
    const attributes = named(all, 'MetadataAttribute');
    expect(ids(attributes).slice(0, 3)).toEqual(['DEFINITION', 'RATIONALE', 'COMPUTATION']);
    const concepts = ids(named(all, 'Concept'));
    for (const id of ids(attributes)) expect(concepts).toContain(id);
    expect(ids(named(all, 'Metadataflow'))).toEqual(['MDF_INDICATORS']);
    expect(ids(named(all, 'Codelist'))).toContain('CL_INDICATOR');
    const newer = await elements(
      'structure/metadataflow/QADAM/*/*',
      `${VND}structure+xml;version=3.0.0`,
    );
    expect(named(newer, 'Target').map(({ text }) => text)).toEqual([
      'urn:sdmx:org.sdmx.infomodel.codelist.Code=QADAM:CL_INDICATOR(1.0.0).*',
    ]);
  });

  it.each([
    'metadata/metadataset/QADAM/A4_2/1.0.0?detail=full',
    'metadata/metadataset/*/A4_2/~',
    'metadata/MDF_INDICATORS/A4_2',
    'metadata/QADAM,MDF_INDICATORS,1.0.0/A4_2/QADAM',
  ])('%s tells in every language what the page tells', async (url) => {
    const { definition, sheet: texts } = await sheet();
    for (const version of ['2.0.0', '2.1.0']) {
      const { metadataSets } = await json<{
        metadataSets: {
          id: string;
          targets: string[];
          attributes: { id: string; value: object }[];
        }[];
      }>(url, `${VND}metadata+json;version=${version}`);
      expect(metadataSets).toHaveLength(1);
      const [set] = metadataSets;
      expect(set?.targets).toEqual([
        'urn:sdmx:org.sdmx.infomodel.codelist.Code=QADAM:CL_INDICATOR(1.0.0).A4_2',
      ]);
      const valueOf = (id: string) => set?.attributes.find((one) => one.id === id)?.value;
      expect(valueOf('DEFINITION')).toEqual(definition);
      const rationale = Object.fromEntries(
        Object.entries(texts).flatMap(([lang, { rationale: text }]) =>
          text ? [[lang, text]] : [],
        ),
      );
      expect(valueOf('RATIONALE')).toEqual(rationale);
    }
  });

  it.each([
    'metadata/metadataflow/QADAM/MDF_INDICATORS/1.0.0',
    'metadata/structure/codelist/QADAM/CL_INDICATOR/1.0.0',
    'metadata/MDF_INDICATORS/all',
  ])('%s are those of all indicators, as SDMX-ML of both versions', async (url) => {
    const [row] = await test
      .em()
      .execute<{ count: number }[]>(
        `select count(*)::int as count from publication.indicator where until_release is null`,
      );
    const old = await elements(url, `${VND}genericmetadata+xml;version=2.1`);
    expect(old[0]?.name).toBe('GenericMetadata');
    expect(named(old, 'MetadataSet')).toHaveLength(row?.count ?? 0);
    const references = named(old, 'Ref').filter(
      ({ within }) => within.at(-1) === 'ObjectReference',
    );
    expect(references).toHaveLength(row?.count ?? 0);
    const newer = await elements(url, `${VND}metadata+xml;version=3.0.0`);
    expect(named(newer, 'MetadataSet')).toHaveLength(row?.count ?? 0);
    expect(named(newer, 'Attribute').length).toBe(named(old, 'ReportedAttribute').length);
  });

  it('are named without what they say, where that is asked', async () => {
    const { metadataSets } = await json<{ metadataSets: Record<string, unknown>[] }>(
      'metadata/metadataset?detail=allstubs',
    );
    expect(metadataSets[0]).toMatchObject({ isExternalReference: true });
    expect(metadataSets[0]).not.toHaveProperty('attributes');
  });

  it.each([
    ['metadata/metadataset/QADAM/A99_9', 404],
    ['metadata/metadataset/OTHER', 404],
    ['metadata/structure/dataflow/QADAM/DF_INDICATORS', 404],
    ['metadata/MDF_NONE', 404],
    ['metadata/metadataset?detail=most', 400],
    ['metadata/metadataset/QADAM/A4_2/1.0.0/more', 400],
    ['metadata/metadataset?c[SEX]=F', 400],
  ])('%s is refused', async (url, status) => {
    expect((await ask(url, 'application/json')).status).toBe(status);
  });

  it('are not offered as CSV', async () => {
    expect((await ask('metadata/metadataset', 'text/csv')).status).toBe(406);
    expect((await ask('metadata/metadataset?format=csv')).status).toBe(406);
  });
});

describe('what is left to choose', () => {
  async function values(url: string): Promise<Map<string, string[]>> {
    const { dataConstraints } = await json<{
      dataConstraints: { cubeRegions: { keyValues: { id: string; values: string[] }[] }[] }[];
    }>(url);
    const { keyValues = [] } = dataConstraints[0]?.cubeRegions[0] ?? {};
    return new Map(keyValues.map(({ id, values: codes }) => [id, codes]));
  }
  const FLOW = 'availability/dataflow/QADAM/DF_INDICATORS/1.0.0';

  it('is more than what would be found: other countries for the indicator, other indicators for the country', async () => {
    const exact = await values(`${FLOW}/A.KG.A4_2/*?mode=exact`);
    expect([exact.get('REF_AREA'), exact.get('INDICATOR')]).toEqual([
      ['KG', ...(exact.get('REF_AREA') ?? []).slice(1)],
      ['A4_2'],
    ]);
    const open = await values(`${FLOW}/A.KG.A4_2/*?mode=available`);
    // the same as an exact question without this dimension
    expect(open.get('REF_AREA')).toEqual((await values(`${FLOW}/A.*.A4_2/*`)).get('REF_AREA'));
    expect(open.get('INDICATOR')).toEqual((await values(`${FLOW}/A.KG/*`)).get('INDICATOR'));
    expect(open.get('TIME_PERIOD')).toEqual(exact.get('TIME_PERIOD'));
    expect((open.get('REF_AREA') ?? []).length).toBeGreaterThan(1);
  });

  it('is read at once, however many dimensions are chosen', async () => {
    const few = await test.statements(() => values(`${FLOW}/A.KG/*?mode=available`));
    const many = `${FLOW}/A.KG.A4_2._T._T._T._T/*?mode=available&c[TIME_PERIOD]=ge:2018`;
    expect(await test.statements(() => values(many))).toBe(few);
  });

  it('is told of one dimension, by the paths of .Stat', async () => {
    const url =
      'availableconstraint/QADAM,DF_INDICATORS,1.0.0/A.KG.A4_2..../all/REF_AREA?mode=available&references=none&startPeriod=2018';
    const all = await elements(url);
    expect(ids(named(all, 'KeyValue'))).toEqual(['REF_AREA']);
    expect(named(all, 'Value').length).toBeGreaterThan(1);
  });

  it('is told where nothing would be found', async () => {
    expect((await ask(`${FLOW}/A.KZ.A6_6.F/*`)).status).toBe(204);
    const open = await values(`${FLOW}/A.KZ.A6_6.F/*?mode=available`);
    expect(open.get('SEX')).toContain('_T');
  });

  it('of the small cubes too', async () => {
    const flow = 'availability/dataflow/QADAM/DF_TARGETS/1.0.0';
    const open = await values(`${flow}/A.KG/*?mode=available`);
    expect(open.get('REF_AREA')).toEqual((await values(`${flow}/A/*`)).get('REF_AREA'));
  });

  it.each([
    ['mode=most', 400],
    ['mode=', 400],
  ])('%s is refused', async (query, status) => {
    expect((await ask(`${FLOW}/*/*?${query}`)).status).toBe(status);
  });

  it('of a dimension that is not there is refused', async () => {
    expect((await ask(`${FLOW}/*/COLOUR`)).status).toBe(422);
  });
});
