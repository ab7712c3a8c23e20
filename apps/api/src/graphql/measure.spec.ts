import { describe, expect, it } from '@jest/globals';
import { buildSchema, type DocumentNode, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { measure } from './measure.ts';

const schema = buildSchema(`
  type Query { area(code: ID): Area areas(first: Int): [Area!]! }
  type Area { code: ID! parent: Area children: [Area!]! list(first: Int): [Area!]! }
`);

const sizeOf = (text: string, variables?: Record<string, unknown>) =>
  sizeOfDocument(parse(text), variables);

function sizeOfDocument(document: DocumentNode, variables: Record<string, unknown> = {}) {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('no operation');
  return measure(schema, document, operation, variables);
}

describe('the size of a query', () => {
  it('is one for each field', () => {
    expect(sizeOf('{ area { code parent { code } } }')).toEqual({
      roots: 1,
      depth: 3,
      aliases: 0,
      cost: 4,
    });
  });

  it('takes a list for 10 where the query does not say how many', () => {
    expect(sizeOf('{ areas { code } }').cost).toBe(1 + 10);
    expect(sizeOf('{ area { children { children { code } } } }').cost).toBe(
      1 + (1 + 10 * (1 + 10)),
    );
  });

  it('believes `first`, also where it comes as a variable', () => {
    expect(sizeOf('{ areas(first: 100) { code } }').cost).toBe(1 + 100);
    expect(sizeOf('query A($n: Int) { areas(first: $n) { code } }', { n: 3 }).cost).toBe(1 + 3);
    expect(sizeOf('query A($n: Int) { areas(first: $n) { code } }').cost).toBe(1 + 200);
    expect(sizeOf('{ areas(first: -5) { code } }').cost).toBe(1 + 1);
  });

  it('is that of its own variables, however often the same document was measured', () => {
    const document = parse(
      'query A($n: Int) { area { ...F } } fragment F on Area { children { code } list(first: $n) { code } }',
    );
    const costOf = (n: number) => sizeOfDocument(document, { n }).cost;
    expect([costOf(3), costOf(100), costOf(3)]).toEqual([1 + 11 + 4, 1 + 11 + 101, 1 + 11 + 4]);
    const introspection = parse('query A($t: String!) { __type(name: $t) { fields { name } } }');
    const fieldsOf = (t: string) => sizeOfDocument(introspection, { t }).cost;
    expect(fieldsOf('Query')).toBeLessThan(fieldsOf('Area'));
    const fixed = parse('{ areas(first: 100) { code } }');
    expect([sizeOfDocument(fixed), sizeOfDocument(fixed)].map(({ cost }) => cost)).toEqual([
      101, 101,
    ]);
  });

  it('counts aliases through fragments as often as they are spread', () => {
    expect(
      sizeOf('{ a: area { ...F } area { ...F } } fragment F on Area { b: code }').aliases,
    ).toBe(3);
  });

  it('counts the fields at the top through fragments', () => {
    const query =
      '{ a: area { code parent { code } } ...F ...F __typename } fragment F on Query { areas { code } }';
    expect(sizeOf(query).roots).toBe(4);
  });

  it('measures a chain of fragments that doubles forty times, too many branches to walk one by one', () => {
    const chain = Array.from(
      { length: 40 },
      (_, i) => `fragment F${i} on Area { a: parent { ...F${i + 1} } b: parent { ...F${i + 1} } }`,
    );
    const { cost } = sizeOf(`{ area { ...F0 } } ${chain.join(' ')} fragment F40 on Area { code }`);
    expect(cost).toBeGreaterThan(2 ** 40);
  });
});
