import { ApolloServer } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import type { ApiContext } from './access.ts';
import { ApiError } from './api-error.ts';
import { compiledPlugin } from './compiled.ts';
import { log } from '../http/log.ts';
import { formatError } from './format-error.ts';

log.level = 'silent';

const typeDefs = `
  type Query { row(n: Int!): Row away: Row }
  type Row { n: Int! word: Word! rows: [Row!]! broken: Row }
  enum Word { ONE TWO }
`;
const row = (n: number): object => ({ n, word: 'ONE', rows: () => [row(n + 1), row(n + 2)] });
const resolvers = {
  Query: {
    row: (_: unknown, { n }: { n: number }) => Promise.resolve(row(n)),
    away: () => Promise.reject(new ApiError('UNAVAILABLE')),
  },
  Row: {
    broken: () => {
      throw new Error('secret');
    },
  },
};

/** Asks the same question several times; returns the answers, and how many of them Apollo executed itself. */
async function ask(query: string, variables: Record<string, unknown> = {}) {
  let executed = 0;
  const server = new ApolloServer<ApiContext>({
    typeDefs,
    resolvers,
    formatError,
    plugins: [
      {
        requestDidStart: () =>
          Promise.resolve({
            executionDidStart: () => {
              executed += 1;
              return Promise.resolve();
            },
          }),
      },
      compiledPlugin,
    ],
  });
  const answers: unknown[] = [];
  for (let times = 0; times < 4; times += 1) {
    const { body } = await server.executeOperation(
      { query, variables },
      { contextValue: { actor: null } },
    );
    answers.push(JSON.parse(JSON.stringify(body)));
  }
  await server.stop();
  return { first: answers[0], others: answers.slice(1), executed };
}

describe('an operation that is asked for again', () => {
  it.each([
    ['with fragments', '{ row(n: 1) { ...R rows { ...R } } } fragment R on Row { n word }', {}],
    ['with variables', 'query ($n: Int!) { row(n: $n) { n rows { n } } }', { n: 7 }],
    [
      'with a directive',
      'query ($s: Boolean!) { row(n: 1) { n word @skip(if: $s) } }',
      { s: true },
    ],
    ['with an error of ours', '{ away { n } row(n: 1) { n } }', {}],
    ['with an error that says nothing', '{ row(n: 1) { n broken { n } } }', {}],
  ])('is answered the same by what is compiled from it, %s', async (_, query, variables) => {
    const { first, others, executed } = await ask(query, variables);
    expect(others).toEqual([first, first, first]);
    expect(executed).toBe(1);
  });

  it('is told by Apollo where variables do not fit', async () => {
    const { first, others } = await ask('query ($n: Int!) { row(n: $n) { n } }', { n: 'one' });
    expect(first).toMatchObject({
      singleResult: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    expect(others).toEqual([first, first, first]);
  });

  it('is not compiled where a chain of fragments asks for more than any page', async () => {
    const links = Array.from(
      { length: 12 },
      (_, i) => `fragment F${String(i)} on Row { n ...F${String(i + 1)} ...F${String(i + 1)} }`,
    );
    const query = `{ row(n: 1) { ...F0 } } ${links.join(' ')} fragment F12 on Row { word }`;
    expect((await ask(query)).executed).toBe(4);
  });
});
