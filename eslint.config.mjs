// The rules that need no types, and GraphQL. Those that need types are in oxlint.config.ts (docs/decisions/0086).
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { boundaries } from './eslint.boundaries.mjs';

// selectors for cases in which a rule of oxlint finds less than the rule of typescript-eslint with the same name
const SEEN_BY_SYNTAX = [
  {
    selector: 'ObjectExpression > Property[method=true] > [async=true][generator=false]',
    message:
      'Write `name: async () => …`: only then is it noticed when nobody waits for it (no-misused-promises).',
  },
  {
    selector:
      'UnaryExpression[operator="void"] > :not(CallExpression, ChainExpression, ConditionalExpression, AssignmentExpression, Literal[value=0])',
    message: 'Only what a call returns is discarded by void (no-meaningless-void-operator).',
  },
];

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
    extends: [...tseslint.configs.strict],
    rules: {
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...SEEN_BY_SYNTAX],
      // Nest modules are classes without members
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // an empty interface gives a long type a name, which error messages then use
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
    },
  },
  {
    // matching what people send must take linear time, not quadratic
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
        ...SEEN_BY_SYNTAX,
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
