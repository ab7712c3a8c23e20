import type { CodegenConfig } from '@graphql-codegen/cli';
// which documents belong to which endpoint, as graphql-eslint and editors read it: those of the desks to /work/graphql
import graphql from './graphql.config.json' with { type: 'json' };

/** Types and a typed document beside each .graphql file. */
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
    // two spellings of one folder: a key can stand only once
    // readers send them as they stand: the text is a quarter of what it is when read, and nothing has to print it
    'apps/web/src/': typesFor(
      readers.schema,
      [...readers.documents, ...readers.exclude.map((glob) => `!${glob}`)],
      'string',
    ),
    // what Apollo asks at the desks is read already
    './apps/web/src/': typesFor(desks.schema, desks.documents, 'documentNodeImportFragments'),
  },
};

export default config;
