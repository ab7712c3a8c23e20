import { buildSchema } from 'graphql';
import { openEditor } from './editor.ts';
import { SchemaReference } from './schema-reference.tsx';
import type { Tools } from './use-editor.ts';

/** Loads the editor and the schema. The schema is a file that any cache may keep: introspection would cost the reader more and tell no more. */
export async function loadTools(): Promise<Tools> {
  const answer = await fetch('/data/schema.graphql', { credentials: 'omit' });
  if (!answer.ok) throw new Error('The schema did not come.');
  return { schema: buildSchema(await answer.text()), openEditor, SchemaReference };
}
