import type { CodegenConfig } from '@graphql-codegen/cli';

const site = process.env['QADAM_SITE'] ?? 'http://localhost:3000';

const config: CodegenConfig = {
  schema: `${site}/data/schema.graphql`,
  documents: '*.graphql',
  generates: {
    './': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts' },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        useTypeImports: true,
        skipTypename: true,
        strictScalars: true,
        scalars: { Decimal: 'string' }, // exact: a binary number would round
      },
    },
  },
};

export default config;
