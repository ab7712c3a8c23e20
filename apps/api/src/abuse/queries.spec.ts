import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { personalData, readDecimalText } from '@qadam/domain';
import { getIntrospectionQuery } from 'graphql';
import { fileName } from '../features/evidence/accept-file.ts';
import { ReturnFormReader } from '../features/returns/return-form.reader.ts';
import { FairUse } from '../http/fair-use.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { makeWebBuild } from '../testing/web-build.ts';

/** The web without pages: every address of a page leads nowhere. */
const WEB = `
export const storedPath = () => '/404';
export const publicPaths = () => [];
export const render = async () => ({ status: 404, desk: false, transient: false, lang: 'en', modules: [],
  html: '<html><head></head><body>This page does not exist</body></html>' });`;

let test: TestApp;
let web: Awaited<ReturnType<typeof makeWebBuild>>;
beforeAll(async () => {
  web = await makeWebBuild(WEB);
  const settings = { readsPerMinute: 60, trustProxy: ['loopback', '10.0.0.0/8'] };
  test = await startTestApp({ seed: 'demo', settings, webRoot: web.root });
  await test.listen();
}, 120_000);
afterAll(async () => {
  await test.stop();
  await web.remove();
});

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
  return { status: answer.statusCode, bytes: answer.body.length, codes: codesOf(answer) };
}

function codesOf(answer: { json: () => unknown }): string[] {
  const { errors = [] } = answer.json() as { errors?: { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
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

  it('is paid for as long as it is', async () => {
    const owe = jest.spyOn(test.app.get(FairUse, { strict: false }), 'owe');
    expect(await ask('/graphql', once)).toMatchObject({ status: 200, codes: [] });
    await ask('/graphql', often);
    const owed = owe.mock.calls.map(([, price]) => price);
    expect(owed[1]).toBeGreaterThan(20 * (owed[0] ?? Infinity));
  });
});

describe('the data quality of a release', () => {
  it('is read as it was found when the release was published: no rule is asked again', async () => {
    const [found] = await test.em().execute<{ area: string; indicator: string }[]>(
      `select k.area, h ->> 'indicator' as indicator from publication.rule_hits k, jsonb_array_elements(k.hits) h
       where k.release = 2 order by 1, 2 limit 1`,
    );
    if (!found) throw new Error('No rule has a word for the demonstration.');
    const { area, indicator } = found;
    // hits of this indicator are computed again after a part of it is withdrawn
    await test.em().execute(
      `insert into publication.tombstone select indicator, area, year, 'F', age, urbanisation, region, breakdown
       from publication.value where indicator = ? and area = ? limit 1`,
      [indicator, area],
    );
    await test.em().execute(
      `update publication.rule_hits k set hits = (select jsonb_agg(case when h ->> 'indicator' = ?
         then jsonb_set(h, '{hits,0,code}', '"AS_IT_WAS_TOLD"') else h end) from jsonb_array_elements(k.hits) h)
       where release = 2 and area = ?`,
      [indicator, area],
    );
    // one more hidden cell, as after that withdrawal, makes cached results invalid
    await test.em().execute(`set session_replication_role = replica;
      update publication.tally set hidden = hidden + 1 where until_release is null and area = '${area}' and indicator = '${indicator}';
      set session_replication_role = origin`);
    const { data } = await test.publicQuery(
      `query ($area: ID) { dataQuality(lang: uz, area: $area) { cells { indicator hits { code } } } }`,
      { area },
    );
    const codes = data.dataQuality.cells
      .filter((cell: { indicator: string }) => cell.indicator === indicator)
      .flatMap(({ hits }: { hits: { code: string }[] }) => hits.map(({ code }) => code));
    expect(codes).toContain('AS_IT_WAS_TOLD');
  });
});

describe('a text of one endless word', () => {
  const [word, zeros] = ['x'.repeat(2_000_000), '0'.repeat(2_000_000)];

  it.each([
    ['a comment', () => personalData(word), []],
    ['a value', () => readDecimalText(`1.${zeros}1`).problem, 'TOO_MANY_DIGITS'],
    ['the name of a file', () => fileName(`x${'.'.repeat(2_000_000)}x`, 'pdf'), 'x.pdf'],
  ])('is read once, not from each letter anew: %s', (_what, read, found) => {
    expect(read()).toEqual(found); // otherwise it would take hours
  });
});

describe('handing in a return', () => {
  it('puts its form together only where it is asked for', async () => {
    const forms = jest.spyOn(test.app.get(ReturnFormReader, { strict: false }), 'form');
    const submit = (fields: string) =>
      test.work(
        'reporter.kgz@demo.example',
        `mutation ($input: SubmitReturnInput!) { submitReturn(input: $input) { ${fields} problems { code } } }`,
        { input: { area: 'KGZ', cycle: 2025, cells: [], idempotencyKey: 'abuse-of-submit' } },
      );
    await submit('submission { id }');
    expect(forms).not.toHaveBeenCalled();
    const { data } = await submit('form { area }');
    expect(data.submitReturn).toMatchObject({ form: { area: 'KGZ' } });
    expect(forms).toHaveBeenCalledTimes(1);
  });
});

describe('an operation of a kind that is not there', () => {
  it.each([
    ['/graphql', 'subscription { x }'],
    ['/graphql', 'subscription S { __typename }'],
    ['/graphql', 'mutation { x }'],
    ['/graphql', 'mutation { __typename }'],
    ['/work/graphql', 'subscription { x }'],
    ['/work/graphql', 'subscription { __typename }'],
  ] as const)('is a mistake of the client: %s %s', async (url, query) => {
    expect(await ask(url, query)).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
  });
});

describe('a body that is no question', () => {
  const query = '{ __typename }';
  const texts = ['', null, [query], 'fragment A on Query { __typename }', 'type A { a: Int }'];
  const defer = '{ ... @defer { __typename } }';
  const bodies: unknown[] = [
    ...[...texts, defer, '{ \u0000 }', `query A ${query} query B ${query}`].map((text) => ({
      query: text,
    })),
    ...[{ variables: '{}' }, { variables: [1] }, { operationName: 5 }, { operationName: 'B' }].map(
      (more) => ({ query, ...more }),
    ),
    ...[{ query, extensions: 'x' }, {}, [], [{ query }, { query }], null, 5],
  ];
  const types = [
    'application/graphql',
    'application/xml',
    'nonsense',
    'multipart/form-data; boundary=x',
  ];

  it.each(endpoints)('at %s is refused in words', async (url) => {
    const cookie = await test.cookie(OFFICER);
    const answers = [
      ...bodies.map((body) => ({ body, type: 'application/json', statuses: [400] })),
      ...types.map((type) => ({ body: { query }, type, statuses: [400, 415] })),
    ];
    for (const { body, type, statuses } of answers) {
      const payload = JSON.stringify(body);
      const headers = { 'content-type': type, cookie };
      const answer = await test.http({ method: 'POST', url, payload, headers });
      expect([payload, type, codesOf(answer)]).toEqual([payload, type, ['BAD_USER_INPUT']]);
      expect(statuses).toContain(answer.statusCode);
    }
  });

  const asked = 'query={__typename}';
  it.each([
    ...['variables=x', 'variables=[1]', 'variables={}&variables={}'].map(
      (more) => `${asked}&${more}`,
    ),
    ...[asked, 'extensions=x', 'operationName=B'].map((more) => `${asked}&${more}`),
    ...['query[a]={__typename}', 'query=subscription{x}', 'query=mutation{x}', 'query=%', ''],
  ])('in the address ?%s is refused in words', async (search) => {
    const answer = await test.http({ url: `/graphql?${search}` });
    expect([400, 405]).toContain(answer.statusCode);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['/graphql', 'PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND'],
    ['/work/graphql', 'PersistedQueryNotSupported', 'BAD_USER_INPUT'],
  ])('by an unknown hash at %s says so, as clients expect', async (url, message, code) => {
    const cookie = await test.cookie(OFFICER);
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const answer = await test.http({
      ...{ method: 'POST', url, payload: { extensions } },
      headers: { 'content-type': 'application/json', cookie, 'x-qadam': '1' },
    });
    expect(answer.json()).toMatchObject({ errors: [{ message, extensions: { code } }] });
    expect(answer.headers['cache-control']).toMatch(/no-store|private/);
  });

  const hash = 'a'.repeat(64);
  it.each<[unknown, string]>([
    [{ version: 1, sha256Hash: hash }, 'provided sha does not match query'],
    [{ version: 2, sha256Hash: hash }, 'Unsupported persisted query version'],
    [{ version: 1, sha256Hash: ['constructor'] }, 'sha256Hash is 64 hexadecimal digits.'],
    [{ version: 1, sha256Hash: { toString: 0 } }, 'sha256Hash is 64 hexadecimal digits.'],
    [{ version: 1 }, 'sha256Hash is 64 hexadecimal digits.'],
  ])('with a question that is not the one of %j is refused', async (persistedQuery, message) => {
    const payload = { query: '{ __typename }', extensions: { persistedQuery } };
    const search = new URLSearchParams({
      query: payload.query,
      extensions: JSON.stringify(payload.extensions),
    });
    const extensions = { code: 'BAD_USER_INPUT' };
    for (const asked of [
      { method: 'POST' as const, url: '/graphql', payload },
      `/graphql?${search.toString()}`,
    ]) {
      const answer = await test.http(asked);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ errors: [{ message, extensions }] });
    }
  });
});

describe('an odd address', () => {
  const get = (path: string, accept: string) =>
    rawRequest(test, path, { accept, 'accept-language': 'en' });
  const ends = [
    ...['', '..', '../x', '../../etc/passwd', './x', '%2e%2e', '%2e%2e/x', '..%2fx', '%2e%2e%2fx'],
    ...[
      '/',
      '/x',
      'x//y',
      '%00',
      'a%00b',
      '%',
      '%zz',
      '%ff',
      '%c0%ae',
      '..\\x',
      '%5c..%5cx',
      'fonts',
    ],
    ...['fonts/', 'icon.svg/', 'icon.svg/x', 'x?%', 'x?y=%', ';x', '*', '%2F', 'x%0d%0ay'],
    ...['a'.repeat(300), 'a'.repeat(5000)],
  ];

  it.each(['/assets/', '/', '/en/', '/embed/', '/data/', '/sdmx/'])(
    'below %s leads nowhere or is none, and the page says so',
    async (root) => {
      const wrong: string[] = [];
      for (const end of ends) {
        const path = `${root}${end}`.replace(/^\/$/, '/x');
        const read = await get(path, 'text/html');
        const asked = await get(path, 'application/json');
        const isTold = [read, asked].every(({ status }) => status === 400 || status === 404);
        const inWords = root !== '/assets/' || read.body.includes('This page does not exist</h1>');
        if (!isTold || !inWords) wrong.push(`${path.slice(0, 60)} ${read.status} ${asked.status}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('who asks', () => {
  const ask60 = async (remoteAddress: string, forwarded: (n: number) => string) => {
    const statuses = new Set<number>();
    for (let n = 0; n < 80; n += 1) {
      const headers = { 'x-forwarded-for': forwarded(n) };
      const url = '/data/documents/none'; // each request costs 10, like a file
      statuses.add((await test.http({ url, headers, remoteAddress })).statusCode);
    }
    return [...statuses].sort();
  };

  it('is whom a trusted proxy names: readers behind a balancer have a share each', async () => {
    expect(await ask60('10.1.2.3', (n) => `203.0.113.${n}`)).toEqual([404]);
  });

  it('is not whom somebody else names', async () => {
    expect(await ask60('198.51.100.40', (n) => `203.0.113.${n}`)).toEqual([404, 429]);
  });

  it('is the last one before the proxy, whatever the reader wrote in front', async () => {
    expect(await ask60('10.1.2.3', (n) => `192.0.2.${n}, 127.0.0.1, 198.51.100.41`)).toEqual([
      404, 429,
    ]);
  });
});
