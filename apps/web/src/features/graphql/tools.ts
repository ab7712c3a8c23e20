import { buildSchema, type GraphQLSchema } from 'graphql';

export { openEditor } from './editor.ts';
export { SchemaReference } from './schema-reference.tsx';

/** The schema as a file of its own, which any cache may keep: introspection would cost the reader more, and tell no more. */
export async function loadSchema(): Promise<GraphQLSchema> {
  const answer = await fetch('/data/schema.graphql', { credentials: 'omit' });
  if (!answer.ok) throw new Error('The schema did not come.');
  return buildSchema(await answer.text());
}
