// Lint runs knip twice: without options it finds what no file uses, with --production what only specs use and the product does not need.
const production = process.argv.includes('--production');

export default {
  ignore: ['**/*.generated.ts'],
  // an export that its own file uses may be exported only for its spec
  ignoreExportsUsedInFile: production || { interface: true, type: true },
  ignoreIssues: {
    // used from outside: by the shared vectors, and by specs of other projects
    'libs/domain/src/{contract,testing/*}.ts': ['exports', 'types'],
    // a type that no file imports may still be needed to declare what an exported function returns
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
      entry: ['src/**/*.spec.ts'],
      project: ['src/**/*.ts!', '!src/**/*.spec.ts!'],
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
      // only specs use server.ts, which makes and drops their databases
      project: [
        'src/**/*.ts!',
        '!src/**/*.{spec,fixture}.ts!',
        '!src/testing/**!',
        '!src/database/server.ts!',
      ],
      ignoreBinaries: ['ssh-keygen'],
    },
    'apps/web': {
      // what a page exports is named by its route (app/routes/page.ts), which knip cannot see
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
