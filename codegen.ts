import type { CodegenConfig } from '@graphql-codegen/cli';
// says which documents belong to which endpoint (those of the desks to /work/graphql); graphql-eslint and editors read it too
import graphql from './graphql.config.json' with { type: 'json' };

/** Settings that make types and a typed document beside each .graphql file. */
function typesFor(
  schema: string,
  documents: string[],
  documentMode: 'documentNodeImportFragments' | 'string',
): CodegenConfig['generates'][string] {
  return {
    schema,
    documents,
    preset: 'near-operation-file',
    presetConfig: { extension: '.generated.ts' },
    plugins: ['typescript-operations', 'typed-document-node'],
    config: {
      documentMode,
      useTypeImports: true,
      skipTypename: true,
      strictScalars: true,
      scalars: { Decimal: 'string' }, // exact decimals stay text
    },
  };
}

const { work: desks, public: readers } = graphql.projects;

const config: CodegenConfig = {
  ignoreNoDocuments: true,
  generates: {
    // the folder is spelled in two ways, because an object cannot have the same key twice
    // pages for readers send queries as text: it is a quarter as large as the parsed document, and nothing has to print it
    'apps/web/src/': typesFor(
      readers.schema,
      [...readers.documents, ...readers.exclude.map((glob) => `!${glob}`)],
      'string',
    ),
    // Apollo at the desks needs parsed documents
    './apps/web/src/': typesFor(desks.schema, desks.documents, 'documentNodeImportFragments'),
  },
};

export default config;
