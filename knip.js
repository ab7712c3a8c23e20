// Lint runs knip twice. As it is: what no file uses. With --production: what only specs use, which no reader of the product would miss.
const production = process.argv.includes('--production');

export default {
  ignore: ['**/*.generated.ts'],
  // an export that its own file needs is also there for its spec
  ignoreExportsUsedInFile: production || { interface: true, type: true },
  ignoreIssues: {
    // called from outside: by the shared vectors, and by the specs of other projects
    'libs/domain/src/{contract,testing/*}.ts': ['exports', 'types'],
    // a type that no file names may still be needed to write down what a function answers
    'libs/domain/src/*/index.ts': ['types'],
  },
  workspaces: {
    '.': {
      entry: ['tools/*.mjs!', 'tools/bench/*.mjs!', 'eslint.boundaries.mjs'],
      project: ['tools/**/*.mjs'],
      ignoreDependencies: ['dependency-cruiser'],
    },
    'libs/domain': {
      entry: ['src/**/*.spec.ts'],
      project: ['src/**/*.ts!', '!src/**/*.{spec,fixture}.ts!'],
      includeEntryExports: true,
    },
    'libs/i18n': {
      entry: ['src/**/*.spec.ts', 'tools/*.mjs'],
      project: ['src/**/*.ts!', '!src/**/*.spec.ts!', 'tools/*.mjs'],
    },
    'apps/api': {
      entry: [
        'src/main.ts!',
        'src/cli.ts!',
        'src/graphql/emit-schema.ts!',
        'worker/*.mjs!',
        'src/testing/*.thread.ts',
        'src/**/*.spec.ts',
      ],
      // server.ts makes and drops databases for specs
      project: [
        'src/**/*.ts!',
        '!src/**/*.{spec,fixture}.ts!',
        '!src/testing/**!',
        '!src/database/server.ts!',
      ],
      ignoreBinaries: ['ssh-keygen'],
    },
    'apps/web': {
      // pages are imported by the names that routes give (app/routes/page.ts)
      entry: [
        'src/entry-server.tsx!',
        'src/pages/*-page.tsx!',
        'src/**/*.spec.{ts,tsx}',
        'jest.*.mjs',
      ],
      project: ['src/**/*.{ts,tsx}!', '!src/**/*.{spec,fixture}.{ts,tsx}!', '!src/testing/**!'],
      ignoreDependencies: ['@fontsource-variable/source-sans-3'],
    },
    e2e: {
      entry: ['journeys/**/*.spec.ts'],
      project: ['**/*.ts'],
    },
  },
};
