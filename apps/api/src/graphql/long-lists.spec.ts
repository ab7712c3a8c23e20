import { describe, expect, it } from '@jest/globals';
import { buildSchema, execute, parse } from 'graphql';
import type { ApiContext } from './access.ts';
import { fieldsWritten, MAX_FIELDS, withLongLists } from './long-lists.ts';

const schema = withLongLists(
  buildSchema(`
    type Query { rows: [Row!]! few: [Row!] none: [Row!] marks: [Int!]! }
    type Row { n: Int! name: Text! few: [Row!]! }
    type Text { lang: String! text: String! }
  `),
);
const row = (n: number): object => ({
  n,
  name: { lang: 'en', text: String(n) },
  few: () => [row(n + 0.5)],
});
const rows = Array.from({ length: 2200 }, (_, n) => row(n));
const ask = async (query: string) => {
  const context: ApiContext = { actor: null };
  const document = parse(query);
  const rootValue = { rows: () => Promise.resolve(rows), few: rows.slice(0, 2), marks: [1, 2, 3] };
  const { data, errors } = await execute({ schema, document, rootValue, contextValue: context });
  return { data, codes: errors?.map(({ extensions }) => extensions['code']), context };
};

describe('a list of an answer', () => {
  it('counts the fields of each of its rows, those of other lists in it not twice', async () => {
    const { data, context } = await ask(
      '{ few { ...F few { name { text } } } none { n } marks } fragment F on Row { name { lang text } }',
    );
    expect(data).toMatchObject({
      few: [{ few: [{ name: { text: expect.any(String) } }] }, {}],
      none: null,
    });
    expect(fieldsWritten(context)).toBe(2 * 4 + 2 * 2);
  });

  it('comes whole and in its order, and lets others have their turn meanwhile', async () => {
    const others = { turns: 0, waited: true };
    const count = () => {
      others.turns += 1;
      if (others.waited) setImmediate(count);
    };
    setImmediate(count);
    const { data } = await ask('{ rows { n } }');
    others.waited = false;
    const { rows: read } = data as unknown as { rows: { n: number }[] };
    expect(read.map(({ n }) => n)).toEqual(rows.map((_, n) => n));
    expect(others.turns).toBeGreaterThanOrEqual(4);
  });

  it('ends the answer where it grows too large', async () => {
    const aliases = Array.from(
      { length: Math.ceil(MAX_FIELDS / rows.length / 2) },
      (_, i) => `a${i}: n `,
    );
    const { data, codes, context } = await ask(
      `{ a: rows { ${aliases.join('')} } b: rows { ${aliases.join('')} } c: rows { n } }`,
    );
    expect([data, codes]).toEqual([null, ['TOO_COMPLEX']]);
    expect(fieldsWritten(context)).toBeLessThanOrEqual(MAX_FIELDS);
  });
});
