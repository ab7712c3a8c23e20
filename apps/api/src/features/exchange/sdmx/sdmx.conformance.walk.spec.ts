import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { hasSharedSchemas, sharedSchema, sharedSchemas } from '../../../testing/shared-schemas.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';

const withSchemas = hasSharedSchemas ? describe : describe.skip;

type Kind = 'data' | 'structure' | 'metadata';
type Version = '1.0.0' | '2.0.0' | '2.1.0';

/** Compiled schemas are kept, because compiling takes longer than everything else here. */
const compiled = new Map<string, ValidateFunction>();

function compile(kind: Kind, version: Version): ValidateFunction {
  const known = compiled.get(kind + version);
  if (known) return known;
  const validate = compileAnew(kind, version);
  compiled.set(kind + version, validate);
  return validate;
}

function compileAnew(kind: Kind, version: Version): ValidateFunction {
  const schema = JSON.parse(
    sharedSchema(`sdmx-json/sdmx-json-${kind}-schema-v${version}.json`),
  ) as Record<string, unknown>;
  const options = { strict: false, allErrors: true, unicodeRegExp: false } as const;
  const isOld = version !== '2.1.0';
  // The older schemas name a draft that Ajv does not know, and write the id as draft 4 does.
  if (isOld) {
    delete schema['$schema'];
    delete schema['id'];
  }
  const ajv = isOld ? new Ajv(options) : new Ajv2019(options);
  addFormats.default(ajv);
  return ajv.compile(schema);
}

withSchemas('SDMX-JSON, by the schemas of the standard', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
    await publishThird(test);
  }, 120_000);
  afterAll(() => test.stop());

  const V2 = '/sdmx/data/dataflow/QADAM';
  it.each([
    [`${V2}/DF_INDICATORS/1.0.0/*?dimensionAtObservation=AllDimensions`],
    [`${V2}/DF_INDICATORS/1.0.0/*`],
    [`${V2}/DF_INDICATORS/1.0.0/*?dimensionAtObservation=REF_AREA`],
    [`${V2}/DF_INDICATORS/1.0.0/A.KG.A4_2?attributes=none`],
    [`${V2}/DF_INDICATORS/1.0.0/*?attributes=none&measures=none`],
    [`${V2}/DF_INDICATORS/1.0.0/*?updatedAfter=2026-01-01T00:00:00Z`],
    [`${V2}/DF_TARGETS/1.0.0/*`],
    [`${V2}/DF_TARGETS/1.0.0/*?dimensionAtObservation=AllDimensions`],
    [`${V2}/DF_LEVELS/1.0.0/*`],
    [`${V2}/DF_LEVELS/1.0.0/*?dimensionAtObservation=REF_AREA`],
    ['/sdmx/data/dataflow/QADAM/DF_NONE'],
  ])('%s is a data message of 2.0 and of 2.1', async (url) => {
    const message: unknown = (await test.http(url)).json();
    for (const version of ['2.0.0', '2.1.0'] as const) {
      const validate = compile('data', version);
      validate(message);
      expect([version, validate.errors ?? []]).toEqual([version, []]);
    }
  });

  it.each([
    ['/sdmx/structure/*', ['2.0.0', '2.1.0']],
    ['/sdmx/structure/*?detail=allstubs', ['2.0.0', '2.1.0']],
    [
      '/sdmx/structure/categoryscheme/QADAM/*/*/A4?references=parentsandsiblings',
      ['2.0.0', '2.1.0'],
    ],
    ['/sdmx/availability/dataflow/QADAM/DF_INDICATORS/1.0.0/*/*', ['2.0.0']],
    ['/sdmx/availability/dataflow/QADAM/DF_TARGETS', ['2.0.0']],
    ['/sdmx/availability/dataflow/QADAM/DF_LEVELS', ['2.0.0']],
    ['/sdmx/availability/dataflow/QADAM/DF_INDICATORS/1.0.0/*/*', ['2.1.0']],
  ] as const)('%s is a structure message of %s', async (url, versions) => {
    const accept = `application/vnd.sdmx.structure+json;version=${versions[0]}`;
    const message: unknown = (await test.http({ url, headers: { accept } })).json();
    for (const version of versions) {
      const validate = compile('structure', version);
      validate(message);
      expect([version, validate.errors ?? []]).toEqual([version, []]);
    }
  });

  const has10 = sharedSchemas('sdmx-json')?.has('sdmx-json-data-schema-v1.0.0.json') === true;
  (has10 ? it : it.skip).each([
    ['data', 'data/DF_INDICATORS'],
    ['data', 'data/DF_LEVELS?dimensionAtObservation=AllDimensions'],
    ['data', 'data/DF_TARGETS?dimensionAtObservation=REF_AREA'],
    ['data', 'data/DF_INDICATORS?detail=serieskeysonly'],
    ['structure', 'dataflow?references=all'],
    ['structure', 'codelist?detail=allstubs'],
    ['structure', 'availableconstraint/DF_INDICATORS'],
    ['structure', 'metadatastructure/QADAM?references=parents'],
    ['structure', 'categoryscheme/QADAM?references=parentsandsiblings'],
  ] as const)('as SDMX-JSON 1.0 the %s message %s is valid', async (kind, url) => {
    const accept = `application/vnd.sdmx.${kind}+json;version=1.0.0`;
    const validate = compile(kind, '1.0.0');
    validate((await test.http({ url: `/sdmx/${url}`, headers: { accept } })).json());
    expect(validate.errors ?? []).toEqual([]);
  });

  const forMetadata = (['1.0.0', '2.0.0', '2.1.0'] as const).filter((version) =>
    sharedSchemas('sdmx-json')?.has(`sdmx-json-metadata-schema-v${version}.json`),
  );
  (forMetadata.length > 0 ? it : it.skip)('metadata sheets are metadata messages', async () => {
    for (const version of forMetadata) {
      const accept = `application/vnd.sdmx.metadata+json;version=${version}`;
      const answer = await test.http({ url: '/sdmx/metadata/metadataset', headers: { accept } });
      const validate = compile('metadata', version);
      validate(answer.json());
      expect([version, validate.errors ?? []]).toEqual([version, []]);
    }
  });

  it('would be found out if it were not', async () => {
    const message: { data: { dataSets: { action: string }[] } } = (
      await test.http(`${V2}/DF_TARGETS/1.0.0/*`)
    ).json();
    for (const dataSet of message.data.dataSets) dataSet.action = 'Merge';
    expect(compile('data', '2.0.0')(message)).toBe(false);
    expect(compile('data', '2.1.0')(message)).toBe(true);
  });
});
