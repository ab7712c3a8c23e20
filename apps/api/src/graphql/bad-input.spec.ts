import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createUser } from '../features/users/create-user.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';

const email = 'officer@bad-input.example';
const endpoints = ['/graphql', '/work/graphql'] as const;

describe('bad input', () => {
  let test: TestApp;
  let cookie: string;
  beforeAll(async () => {
    test = await startTestApp();
    await createUser(test.em(), {
      email,
      name: 'Officer',
      role: 'OFFICER',
      password: 'a long password',
    });
    cookie = await test.cookie(email);
  });
  afterAll(() => test.stop());

  async function send(url: string, payload: string, type = 'application/json') {
    const response = await test.http({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': type, cookie },
    });
    return { status: response.statusCode, body: response.json<{ errors: object[] }>() };
  }
  const query = (text: string, variables: object = {}) =>
    JSON.stringify({ query: text, variables });
  const coded = (code: string) => ({
    errors: [{ message: expect.any(String), extensions: { code, requestId: expect.any(String) } }],
  });

  const cases: [string, string, number, string][] = [
    ['a body of 10 MB', `{"query":"${'x'.repeat(10_000_000)}"}`, 413, 'BAD_USER_INPUT'],
    [
      'introspection within introspection',
      query(`{ __schema { types { ${'fields { type { '.repeat(4)} name ${'} } '.repeat(4)} } } }`),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'many questions in one',
      query(`{ ${'abcdef'.replaceAll(/./g, '$&: __typename ')} }`),
      400,
      'TOO_COMPLEX',
    ],
    ['more tokens than allowed', query(`{ ${'__typename '.repeat(2000)} }`), 400, 'BAD_USER_INPUT'],
    ['an unknown field', query('{ passwords }'), 400, 'BAD_USER_INPUT'],
    [
      'an unknown operation name',
      JSON.stringify({ query: 'query A { __typename }', operationName: 'B' }),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a wrong variable',
      query(
        'query A($a: Int!) { __typename @include(if: true) ...B } fragment B on Query { __typename @skip(if: $a) }',
        { a: 'x' },
      ),
      400,
      'BAD_USER_INPUT',
    ],
    ['a batch', `[${query('{ __typename }')},${query('{ __typename }')}]`, 400, 'BAD_USER_INPUT'],
    ['broken JSON', '{"query":', 400, 'BAD_USER_INPUT'],
    ['an empty body', '', 400, 'BAD_USER_INPUT'],
    ['a body that is no object', '"query"', 400, 'BAD_USER_INPUT'],
    ['a query that is no text', '{"query":{"a":1}}', 400, 'BAD_USER_INPUT'],
  ];

  it.each(endpoints.flatMap((url) => cases.map((rest) => [url, ...rest] as const)))(
    '%s answers %s with a code',
    async (url, _what, payload, status, code) => {
      const answer = await send(url, payload);
      expect(answer).toMatchObject({ status, body: { errors: [{ extensions: { code } }] } });
      for (const error of answer.body.errors)
        expect(Object.keys(error).sort()).toEqual(['extensions', 'message']);
    },
  );

  it.each(endpoints)('%s refuses the text/plain that a foreign form could send', async (url) => {
    const answer = await send(url, query('{ __typename }'), 'text/plain');
    expect(answer).toMatchObject({ status: 400, body: coded('BAD_USER_INPUT') });
  });

  it.each(endpoints)('%s does not suggest names that were not asked for', async (url) => {
    const answer = await send(url, query('{ __typenam }'));
    expect(JSON.stringify(answer.body)).not.toContain('Did you mean');
  });

  it('refuses a mutation by GET, and the desks by GET altogether', async () => {
    const asked = encodeURIComponent('mutation { x }');
    const open = await test.http(`/graphql?query=${asked}`);
    expect(open.statusCode).toBeGreaterThanOrEqual(400);
    expect(open.json()).toMatchObject(coded('BAD_USER_INPUT'));
    const desk = await test.http({
      url: `/work/graphql?query=${encodeURIComponent('{ me { id } }')}`,
      headers: { cookie },
    });
    expect(desk).toMatchObject({ statusCode: 405 });
    expect(desk.json()).toMatchObject(coded('BAD_USER_INPUT'));
  });

  it('answers the desks to nobody without a session, not even what they look like', async () => {
    for (const text of [
      '{ me { id } }',
      '{ __schema { queryType { name } } }',
      '{ nonsense }',
      '{',
    ]) {
      const answer = await test.work(null, text);
      expect(answer.errors?.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
      expect(answer.data).toBeUndefined();
    }
  });

  it('tells the public what the API looks like, from any site', async () => {
    const response = await test.http({
      url: `/graphql?query=${encodeURIComponent('{ __schema { queryType { name } } }')}`,
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(response.json()).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
    expect(response.headers['access-control-allow-origin']).toBe('*');
    const preflight = await test.http({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(preflight.statusCode).toBe(204);
    const desk = await test.http({
      method: 'OPTIONS',
      url: '/work/graphql',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(desk.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('does not even name to the public what the desks work with', async () => {
    const names = async (ask: typeof test.publicQuery) => {
      const { data } = await ask<{ __schema: { types: { name: string }[] } }>(
        '{ __schema { types { name } } }',
      );
      return new Set(data?.__schema.types.map((type) => type.name));
    };
    const open = await names(test.publicQuery);
    const desks = await names((query) => test.work(email, query));
    expect(open).toContain('Release');
    expect(open).not.toContain('Me');
    expect(desks).toContain('Me');
    expect(
      [...open].filter((name) => /^(Work|Form|Submission|Message|Person|Me$|Mutation)/.test(name)),
    ).toEqual([]);
  });

  it.each([
    'query ($code: ID!) { returnForm(area: $code, cycle: 2025, lang: en) { area } }',
    'query ($code: ID!) { targetDesk(area: $code, lang: en) { area } }',
  ])('refuses a NUL, at which a statement would end: %s', async (text) => {
    const answer = await send('/work/graphql', query(text, { code: "KGZ' \u0000" }));
    expect(answer.body).toMatchObject(coded('BAD_USER_INPUT'));
  });

  it('refuses many aliases below one question', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `a${i}: number`).join(' ');
    const { status, body } = await send('/graphql', query(`{ releases(lang: en) { ${names} } }`));
    expect({ status, body }).toMatchObject({ status: 400, body: coded('TOO_COMPLEX') });
  });

  it('refuses an address with a NUL at sign-in', async () => {
    const response = await test.http({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { 'x-qadam': '1' },
      payload: { email: 'a\u0000@bad-input.example', password: 'a long password' },
    });
    expect(response).toMatchObject({ statusCode: 400 });
    expect(response.json()).toMatchObject(coded('BAD_USER_INPUT'));
  });

  it.each([
    ['/health/%00', 404, 'NOT_FOUND'],
    ['/en/%ED%A0%80', 400, 'BAD_USER_INPUT'],
    ['/en/%', 400, 'BAD_USER_INPUT'],
  ])('answers the address %s in our own words', async (url, status, code) => {
    const response = await test.http(url);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual(coded(code));
  });

  it('is alive after all of it', async () => {
    expect(await test.work(email, '{ me { email } }')).toEqual({ data: { me: { email } } });
  });
});
