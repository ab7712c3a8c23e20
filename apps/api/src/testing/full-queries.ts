import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';

export interface FullQuery {
  field: string;
  /** Every path of the schema below the field, with every argument as a variable. */
  document: string;
  argumentsOf: string[];
}

const schemaFile = path.join(import.meta.dirname, '../../../../libs/schema/public.graphql');

/** One query for each public root field with everything below it, so that new fields are included automatically. */
export function fullQueries(): FullQuery[] {
  const root = buildSchema(readFileSync(schemaFile, 'utf8')).getQueryType();
  if (!root) throw new Error('The public schema has no Query.');
  return Object.values(root.getFields()).map((field) => {
    const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    return {
      field: field.name,
      argumentsOf: field.args.map(({ name }) => name),
      document: `query (${variables}) { ${field.name}(${given}) ${selection(field, new Set())} }`,
    };
  });
}

function selection(
  field: GraphQLField<unknown, unknown>,
  above: ReadonlySet<GraphQLObjectType>,
): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!isObjectType(type) || above.has(type))
    throw new Error(`${type.name} needs a rule of its own in the walk.`);
  const below = new Set([...above, type]);
  return `{ ${Object.values(type.getFields())
    .map((child) => `${child.name} ${selection(child, below)}`)
    .join(' ')} }`;
}
