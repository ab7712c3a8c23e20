import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ApolloLink } from '@apollo/client';
import { buildSchema, getNamedType, isObjectType, type GraphQLNamedType } from 'graphql';
import { map } from 'rxjs';

const file = path.join(import.meta.dirname, '../../../../libs/schema/work.graphql');
const schema = buildSchema(readFileSync(file, 'utf8'));

function typed(value: unknown, type: GraphQLNamedType | null | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => typed(one, type));
  if (!isObjectType(type) || typeof value !== 'object' || value === null) return value;
  const fields = type.getFields();
  const parts = Object.entries(value).map(([name, part]) => {
    const field = fields[name];
    return [name, field ? typed(part, getNamedType(field.type)) : part] as const;
  });
  return { ...Object.fromEntries(parts), __typename: type.name };
}

/** Adds to the answers of a spec the type names that the API would send, which the cache needs for objects and fragments. */
export const typeNames = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((answer) => {
      if (!answer.data) return answer;
      const root = schema.getRootType(operation.operationType);
      return { ...answer, data: typed(answer.data, root) as typeof answer.data };
    }),
  ),
);
