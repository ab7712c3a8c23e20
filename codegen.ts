import type { CodegenConfig } from '@graphql-codegen/cli';

const src = 'apps/web/src';
// The documents of the desks speak to /work/graphql, all others to the public endpoint.
const desk = [
  `${src}/desk/**/*.graphql`,
  `${src}/features/{agreements,audit,desk-quality,desk-summary,following,framework,health,help-lines,imports,notifications,observations,organisations,releases,reviews,targets,translations,users,withdrawals}/**/*.graphql`,
];

/** Types and a typed document beside each .graphql file. */
function typesFor(schema: string, documents: string[]): CodegenConfig['generates'][string] {
  return {
    schema,
    documents,
    preset: 'near-operation-file',
    presetConfig: { extension: '.generated.ts' },
    plugins: ['typescript-operations', 'typed-document-node'],
    config: {
      useTypeImports: true,
      skipTypename: true,
      strictScalars: true,
      scalars: { Decimal: 'string' }, // exact decimals stay text
    },
  };
}

const config: CodegenConfig = {
  ignoreNoDocuments: true,
  generates: {
    // two spellings of one folder: a key can stand only once
    'apps/web/src/': typesFor('libs/schema/public.graphql', [
      `${src}/**/*.graphql`,
      ...desk.map((glob) => `!${glob}`),
    ]),
    './apps/web/src/': typesFor('libs/schema/work.graphql', desk),
  },
};

export default config;
