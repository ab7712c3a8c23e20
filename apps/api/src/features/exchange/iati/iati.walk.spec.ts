import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fontoxpath from 'fontoxpath';
import { languages } from '@qadam/i18n';
import { create } from 'xmlbuilder2';
import { validateXML } from 'xmllint-wasm';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { RULES } from './ruleset.fixture.ts';
import { hasSharedSchemas, sharedSchema } from '../../../testing/shared-schemas.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';
import { elementsOf } from '../../../testing/xml-elements.ts';

const {
  evaluateXPathToBoolean,
  evaluateXPathToNodes,
  evaluateXPathToNumber,
  evaluateXPathToString,
  evaluateXPathToStrings,
} = fontoxpath; // fontoxpath is a CommonJS module

type Row = Record<string, string>;

let test: TestApp;
let release: string;
let whole: string;
let ofKazakhstan: string;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  release = await publishThird(test);
  whole = (await test.http('/iati/activities.xml')).body;
  ofKazakhstan = (await test.http('/iati/activities/KAZ.xml')).body;
}, 120_000);
afterAll(() => test.stop());

const parsed = new Map<string, ReturnType<typeof create>>();
/** Caches the result, because parsing a file takes a second. */
function parse(xml: string) {
  const known = parsed.get(xml) ?? create(xml);
  if (!parsed.has(xml)) elementsOf(xml); // a strict parser first: `create` accepts a bare & too
  parsed.set(xml, known);
  return known.node;
}
type Node = ReturnType<typeof parse>;
const strings = (path: string, node: Node) => evaluateXPathToStrings(path, node);
const text = (path: string, node: unknown) => evaluateXPathToString(path, node);

(hasSharedSchemas ? describe : describe.skip)('by the schema of IATI 2.03', () => {
  const schema = (name: string) => ({
    fileName: name,
    contents: sharedSchema(`iati-2.03/${name}`),
  });
  const problems = async (xml: string) => {
    const { errors } = await validateXML({
      xml: { fileName: 'activities.xml', contents: xml },
      schema: schema('iati-activities-schema.xsd'),
      preload: [schema('iati-common.xsd'), schema('xml.xsd')],
      maxMemoryPages: 4096,
    });
    return errors.map(({ rawMessage }) => rawMessage);
  };

  it('both files are valid', async () => {
    expect(await problems(whole)).toEqual([]);
    expect(await problems(ofKazakhstan)).toEqual([]);
  });

  it('a baseline without its year would not be', async () => {
    expect(await problems(whole.replace(/<baseline year="\d+"/, '<baseline'))).not.toEqual([]);
  });
});

const breaches = (path: string, holds: string, node: Node): string[] =>
  evaluateXPathToNodes(path, node)
    .filter((found) => !evaluateXPathToBoolean(holds, found))
    .map((found) => text('string(.)', found).slice(0, 80));

it.each(RULES)('rule $name would find what breaks it', ({ path, holds, broken }) => {
  expect(breaches(path, holds, parse(`<iati-activities>${broken}</iati-activities>`))).toHaveLength(
    1,
  );
});

describe.each([
  ['the whole file', () => whole],
  ['the file of a country', () => ofKazakhstan],
])('%s', (_name, file) => {
  it.each(RULES)('keeps rule $name', ({ path, holds }) => {
    expect(breaches(path, holds, parse(file()))).toEqual([]);
  });

  it('is dated by its release, not in the future', () => {
    const [at = ''] = strings('//iati-activity/@last-updated-datetime/string()', parse(file()));
    expect(new Date(at).getTime()).toBeLessThanOrEqual(Date.now());
  });
});

it('has an activity for each action, and in a country those that a country carries out alone', () => {
  expect(strings('//iati-identifier/string()', parse(whole))).toEqual(
    ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'F1', 'F2', 'F3'].map(
      (code) => `XX-EXAMPLE-1-QADAM-${code}`,
    ),
  );
  expect(strings('//iati-identifier/string()', parse(ofKazakhstan))).toEqual(
    ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'F1', 'F2', 'F3'].map(
      (code) => `XX-EXAMPLE-1-QADAM-${code}-KZ`,
    ),
  );
});

it('tells every value that stands and belongs to an action, once in each action, and none that is hidden', async () => {
  const rows = await test.em().execute<Row[]>(
    `select l.action, v.indicator, coalesce(a.iso2, '') as area, v.year::text as year,
       concat_ws(' ', nullif(v.sex, '_T'), nullif(v.age, '_T'), nullif(v.urbanisation, '_T'), nullif(v.region, '_T'), nullif(v.breakdown, '_T')) as dimensions,
       case i.kind when 'BINARY' then case v.value when 0 then 'No.' else 'Yes.' end else trim_scale(v.value)::text end as value
     from publication.value v join publication.action_indicator l on l.indicator = v.indicator and l.until_release is null
       join publication.indicator i on i.code = v.indicator and i.until_release is null
       join publication.area a on a.code = v.area and a.until_release is null
     where v.until_release is null and v.value is not null`,
  );
  const line = (row: Row) =>
    ['action', 'indicator', 'area', 'year', 'dimensions', 'value']
      .map((name) => row[name])
      .join('|');
  const told = evaluateXPathToNodes('//actual', parse(whole)).map((node) =>
    line({
      action: text('replace(ancestor::iati-activity/iati-identifier, "^.*-", "")', node),
      indicator: text("ancestor::indicator/reference[@vocabulary='99']/@code", node),
      area: text('string(location/@ref)', node),
      year: text('substring(../period-end/@iso-date, 1, 4)', node),
      dimensions: text('string-join(dimension/@value, " ")', node),
      value: text(
        'if (@value) then string(@value) else substring-before(concat(comment/narrative[1], " "), " ")',
        node,
      ),
    }),
  );
  expect(told.length).toBeGreaterThan(400);
  expect(told.sort()).toEqual(rows.map(line).sort());
  expect(told.filter((one) => one.startsWith('A5|A5.10|KZ|2022'))).toEqual([
    'A5|A5.10|KZ|2022||23',
  ]);
});

it('has the baselines and targets of every plan of its indicators', async () => {
  const [counted] = await test.em().execute<{ points: number; baselines: number }[]>(
    `select sum(jsonb_array_length(t.points))::int as points, count(t.baseline_value)::int as baselines from publication.target t
       join publication.action_indicator l on l.indicator = t.indicator and l.until_release is null where t.until_release is null`,
  );
  expect(evaluateXPathToNumber('count(//baseline)', parse(whole))).toBe(counted?.baselines);
  expect(evaluateXPathToNumber('count(//target)', parse(whole))).toBe(counted?.points);
});

it.each([
  ['A4.2', '2', '0', '0'],
  ['A1.6', '2', '1', '0'],
  ['A1.1', '4', '1', '0'],
  ['A5.7', '5', '1', '0'],
  ['A5.6', '1', '', '1'],
])('measures %s as %s, ascending "%s", adding up: %s', (code, measure, ascending, adds) => {
  const [indicator] = evaluateXPathToNodes(`//indicator[reference/@code='${code}']`, parse(whole));
  expect([
    text('string(@measure)', indicator),
    text('string(@ascending)', indicator),
    text('string(@aggregation-status)', indicator),
  ]).toEqual([measure, ascending, adds]);
  if (ascending === '')
    expect(text('string(description)', indicator)).toContain('Context, never scored');
});

it('names actions and indicators in every language that the release has them in', async () => {
  const [row] = await test
    .em()
    .execute<{ title: Record<string, string> }[]>(
      `select title from publication.action where code = 'A5' and until_release is null`,
    );
  for (const lang of languages.filter((one) => row?.title[one] !== undefined)) {
    const own = lang === 'en' ? 'not(@*)' : `@*[name() = 'xml:lang'] = '${lang}'`;
    expect(strings(`//iati-activity[5]/title/narrative[${own}]/string()`, parse(whole))).toEqual([
      row?.title[lang],
    ]);
  }
});

it('says in its head what it is made from, whose figures keep which licence, and that some are left out', () => {
  const head = /<!-- Qadam, release (\d+\.\d+), .*CC BY 4\.0.*left out here\. -->/.exec(whole);
  expect(head?.[1]).toBe(release);
});

describe('the address', () => {
  it.each([
    '/iati/activities/XXX.xml',
    '/iati/activities/CA4.xml',
    '/iati/activities/kaz.xml',
    '/iati/activities.json',
  ])('%s has nothing', async (url) => {
    expect((await test.http(url)).statusCode).toBe(404);
  });

  it('reads a past release, and is not sent again to who has it', async () => {
    const { body, headers } = await test.http('/iati/activities/KGZ.xml?release=2026.1');
    expect(body).toContain('release 2026.1');
    const again = await test.http({
      url: '/iati/activities/KGZ.xml?release=2026.1',
      headers: { 'if-none-match': headers.etag },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

it('offers nothing where no organisation reports', async () => {
  const other = await startTestApp({ settings: { reportingOrganisation: null } });
  expect((await other.http('/iati/activities.xml')).statusCode).toBe(404);
  await other.stop();
});
