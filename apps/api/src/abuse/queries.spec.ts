import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { startTestApp, type TestApp } from '../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 60 } });
}, 120_000);
afterAll(() => test.stop());

const OFFICER = 'officer@demo.example';
const endpoints = ['/graphql', '/work/graphql'] as const;
type Endpoint = (typeof endpoints)[number];
const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(97 + n));

async function ask(url: Endpoint, query: string, remoteAddress = '127.0.0.1') {
  const answer = await test.http({
    method: 'POST',
    url,
    payload: { query },
    remoteAddress,
    headers: url === '/graphql' ? {} : { cookie: await test.cookie(OFFICER) },
  });
  const { errors } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
  return {
    status: answer.statusCode,
    bytes: answer.body.length,
    codes: errors?.map(({ extensions }) => extensions.code) ?? [],
  };
}

describe('a question about the schema', () => {
  const type = 'name description args { name description type { name description } }';
  const asked: [string, string][] = [
    [
      'with the fields of each type of each field, many times over',
      `{ __schema { types { ${letters.map((a) => `${a}: fields { type { name fields { ${type} } } }`).join(' ')} } } }`,
    ],
    [
      'through fragments that double',
      `{ __schema { types { ...F0 } } } ${[0, 1, 2, 3, 4, 5, 6, 7]
        .map(
          (n) =>
            `fragment F${n} on __Type { a${n}: ofType { ...F${n + 1} } b${n}: ofType { ...F${n + 1} } }`,
        )
        .join(' ')} fragment F8 on __Type { fields { type { fields { ${type} } } } }`,
    ],
  ];

  it.each(endpoints.flatMap((url) => asked.map(([what, query]) => [url, what, query] as const)))(
    'at %s is measured as long as the schema is: %s',
    async (url, _what, query) => {
      const { bytes, codes } = await ask(url, query);
      expect({ codes, small: bytes < 1_500_000 }).toEqual({ codes: ['TOO_COMPLEX'], small: true });
    },
  );

  it.each([
    getIntrospectionQuery(),
    getIntrospectionQuery({
      ...{ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true },
      ...{ inputValueDeprecation: true, oneOf: true },
    }),
  ])('as GraphiQL, Apollo and code generators ask it is answered', async (query) => {
    for (const url of endpoints)
      expect(await ask(url, query)).toMatchObject({ status: 200, codes: [] });
  });
});

describe('a list that may be as long as a release', () => {
  const cells =
    'cells { area indicator year class hidden dueOn submittedOn missingReason revisions reason }';
  const once = `{ dataQuality(lang: en) { ${cells} } }`;
  const often = `{ dataQuality(lang: en) { ${letters.map((a) => `${a}: ${cells}`).join(' ')} ${letters
    .slice(0, 3)
    .map((a) => `${a}${a}: ${cells}`)
    .join(' ')} } }`;

  it('is paid for as long as it is, by the next question at the latest', async () => {
    const codes: string[] = [];
    for (let n = 0; n < 4; n += 1)
      codes.push(...(await ask('/graphql', often, '198.51.100.1')).codes);
    expect(codes).toContain('RATE_LIMITED');
    expect(await ask('/graphql', once, '198.51.100.2')).toMatchObject({ status: 200, codes: [] });
  });
});
