import { printSchema, type GraphQLSchema } from 'graphql';

const HEADER = '# Generated from the code of apps/api: npm run generate\n\n';

/** A schema as it is committed and handed out. */
export function schemaText(schema: GraphQLSchema): string {
  return `${HEADER}${printSchema(schema)}\n`;
}
