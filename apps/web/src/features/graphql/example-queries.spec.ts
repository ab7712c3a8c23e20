import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { addressOf } from './ask.ts';
import { exampleQuery, EXAMPLES } from './example-queries.ts';

const file = path.join(import.meta.dirname, '../../../../../libs/schema/public.graphql');
const schema = buildSchema(readFileSync(file, 'utf8'));

describe.each(EXAMPLES)('the example %s', (name) => {
  it('is valid by the schema, and uses nothing deprecated', () => {
    const document = parse(exampleQuery(name, 'en').text);
    const rules = [...specifiedRules, NoDeprecatedCustomRule];
    expect(validate(schema, document, rules)).toEqual([]);
  });

  it('asks in the language of the page', () => {
    for (const lang of languages) {
      const asked = new URLSearchParams(addressOf(exampleQuery(name, lang))?.split('?')[1]);
      expect(JSON.parse(asked.get('variables') ?? '')).toMatchObject({ lang });
    }
  });
});

describe('the address of a query', () => {
  it('has no variables where there are none', () => {
    expect(addressOf({ text: '{ a }', variables: ' ' })).toBe('/graphql?query=%7B+a+%7D');
    expect(addressOf({ text: '{ a }', variables: '{}' })).toBe('/graphql?query=%7B+a+%7D');
  });

  it.each(['{', '[]', '1', 'null', '{"a": }'])('is none with %s as variables', (variables) => {
    expect(addressOf({ text: '{ a }', variables })).toBeNull();
  });
});
