import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Catalogs, languages, loadCatalog } from '@qadam/i18n';
import sdmxJsonParser from 'sdmx-json-parser';
import sdmxRest from 'sdmx-rest';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import {
  publishThird,
  readSdmxJson,
  readSdmxMl,
  type Read,
} from '../../../testing/sdmx-messages.ts';

let test: TestApp;
let site: string;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await publishThird(test);
  site = await test.listen();
}, 120_000);
afterAll(() => test.stop());

describe('the clients of npm', () => {
  const service = (api: string) => sdmxRest.getService({ url: `${site}/sdmx`, api });

  it('sdmx-rest builds addresses of both versions that are answered', async () => {
    const two = service('v2.0.0');
    const one = service('v1.5.0');
    const newer = sdmxRest.getUrl(
      sdmxRest.getDataQuery2({
        context: 'dataflow=QADAM:DF_INDICATORS(1.0.0)',
        key: 'A.KG.A4_2.*.*.*',
        filters: ['TIME_PERIOD=ge:2015+le:2020'],
        obsDimension: 'AllDimensions',
        lastNObs: 1,
      }),
      two,
    );
    const older = sdmxRest.getUrl(
      sdmxRest.getDataQuery({
        flow: 'QADAM,DF_INDICATORS,1.0.0',
        key: 'A.KG.A4_2...',
        start: '2015',
        end: '2020',
        obsDimension: 'AllDimensions',
        lastNObs: 1,
      }),
      one,
    );
    const [newerText, olderText] = await Promise.all(
      [newer, older].map(async (url) => (await fetch(url)).text()),
    );
    const read = readSdmxJson(newerText ?? '');
    expect(read).toHaveLength(12);
    const values = (rows: readonly Read[]) =>
      rows.map((row) => [row['URBANISATION'], row['CUST_BREAKDOWN'], Number(row['OBS_VALUE'])]);
    expect(values(readSdmxMl(olderText ?? ''))).toEqual(values(read));
    const others = [
      sdmxRest.getUrl(
        sdmxRest.getMetadataQuery({
          resource: 'dataflow',
          agency: 'QADAM',
          id: 'DF_INDICATORS',
          version: '1.0.0',
          references: 'descendants',
        }),
        two,
      ),
      sdmxRest.getUrl(
        sdmxRest.getMetadataQuery({
          resource: 'dataflow',
          agency: 'QADAM',
          id: 'DF_INDICATORS',
          version: '1.0.0',
          references: 'descendants',
        }),
        one,
      ),
      ...[one, two].flatMap((api) => [
        sdmxRest.getUrl(
          sdmxRest.getMetadataQuery({
            ...{ resource: 'categoryscheme', agency: 'QADAM', id: 'CS_ACTIONS', version: '1.0.0' },
            references: 'parentsandsiblings',
          }),
          api,
        ),
        sdmxRest.getUrl(
          sdmxRest.getMetadataQuery({
            ...{
              resource: 'codelist',
              agency: 'QADAM',
              id: 'CL_AREA',
              version: '1.0.0',
              item: 'KG',
            },
          }),
          api,
        ),
        sdmxRest.getUrl(
          sdmxRest.getMetadataQuery({ resource: 'metadatastructure', agency: 'QADAM' }),
          api,
        ),
      ]),
      sdmxRest.getUrl(sdmxRest.getMetadataQuery({ resource: 'codelist' }), two),
      sdmxRest.getUrl(sdmxRest.getMetadataQuery({ resource: 'codelist' }), one),
      sdmxRest.getUrl(
        sdmxRest.getAvailabilityQuery2({ context: 'dataflow=QADAM:DF_INDICATORS(1.0.0)' }),
        two,
      ),
      sdmxRest.getUrl(
        sdmxRest.getAvailabilityQuery({
          ...{ flow: 'QADAM,DF_INDICATORS,1.0.0', component: 'REF_AREA', mode: 'available' },
        }),
        one,
      ),
      sdmxRest.getUrl(sdmxRest.getAvailabilityQuery({ flow: 'QADAM,DF_INDICATORS,1.0.0' }), one),
    ];
    for (const url of others) expect([url, (await fetch(url)).status]).toEqual([url, 200]);
  });

  it.each(languages)('sdmx-json-parser reads names in %s', async (lang) => {
    const parser = new sdmxJsonParser.SDMXParser();
    await parser.getDatasets(
      `${site}/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2.*.*.*._T?dimensionAtObservation=AllDimensions`,
      { headers: { 'accept-language': lang } },
    );
    const { messages, codes } = (await loadCatalog(lang, 'sdmx')) as Catalogs['sdmx'];
    expect(parser.getName()).toBe(messages.indicators);
    const read = parser.getData();
    expect(read.map((row) => row['value']).toSorted()).toEqual(
      ['11.4', '12.9', '15.7', '5.6', '8.4', '9.2']
        .map((value) => (typeof read[0]?.['value'] === 'number' ? Number(value) : value))
        .toSorted(),
    );
    expect(new Set(read.map((row) => row['UNIT_MEASURE']))).toEqual(
      new Set([codes.CL_UNIT_MEASURE.PT]),
    );
  });

  it('sdmx-json-parser reads the same values, flat and in series', async () => {
    for (const layout of ['AllDimensions', 'TIME_PERIOD']) {
      const parser = new sdmxJsonParser.SDMXParser();
      await parser.getDatasets(
        `${site}/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2.*.*.*._T?dimensionAtObservation=${layout}`,
        {
          headers: { 'accept-language': 'en' },
        },
      );
      expect(parser.getName()).toBe('Indicators of the actions against gender-based violence');
      const read = parser.getData();
      expect(
        read
          .map((row) =>
            [
              row['REF_AREA'],
              row['TIME_PERIOD'],
              row['URBANISATION'],
              row['value'],
              row['OBS_STATUS'],
              row['UNIT_MEASURE'],
            ].join(' '),
          )
          .sort(),
      ).toEqual([
        'Kyrgyzstan 2018 All 12.9 Normal value Per cent',
        'Kyrgyzstan 2018 Rural 15.7 Normal value Per cent',
        'Kyrgyzstan 2018 Urban 8.4 Normal value Per cent',
        'Kyrgyzstan 2023 All 9.2 Normal value Per cent',
        'Kyrgyzstan 2023 Rural 11.4 Normal value Per cent',
        'Kyrgyzstan 2023 Urban 5.6 Normal value Per cent',
      ]);
    }
  });
});
