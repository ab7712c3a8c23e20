import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { boundaries } from './eslint.boundaries.mjs';

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/out-tsc/**',
      '**/node_modules/**',
      '**/*.generated.ts',
      '.nx/**',
      '.cache/**',
      '.data/**',
      '**/test-results/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // numbers in text are years, counts and positions; values are strings already
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // a resolver answers a GraphQL type with a plain object of its shape (docs/decisions)
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nest modules are classes without members
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // an interface gives a long type a name that messages say
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // returning what a void call returns is a common short form in handlers: () => setOpen(true)
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // TanStack Router refuses and redirects by throwing objects of its own
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            {
              from: 'package',
              name: ['NotFoundError', 'Redirect'],
              package: '@tanstack/router-core',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx'],
    // a test reads from an answer what it asked for, and fails where it is not there
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // what people send is matched in time that grows with its length, not with its square
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx', '**/testing/**', 'e2e/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/database/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='execute'][arguments.length>0]",
          message:
            'SQL as text belongs in a named helper under database/; elsewhere use the entity manager or db(em).',
        },
      ],
    },
  },
  {
    files: [
      'apps/api/src/start.ts',
      'apps/api/src/cli.ts',
      'apps/api/src/cli/**',
      'apps/api/src/graphql/emit-schema.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  boundaries,
  {
    files: ['apps/web/src/**/*.graphql', 'examples/**/*.graphql'],
    languageOptions: { parser: graphqlPlugin.parser },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules: {
      '@graphql-eslint/no-anonymous-operations': 'error',
      '@graphql-eslint/unique-operation-name': 'error',
      '@graphql-eslint/known-type-names': 'error',
      '@graphql-eslint/fields-on-correct-type': 'error',
      '@graphql-eslint/no-unused-variables': 'error',
      '@graphql-eslint/no-deprecated': 'error',
    },
  },
);
