// The rules that need types, run by oxlint on TypeScript 7. All others are in eslint.config.mjs (docs/decisions/0086).
import { defineConfig } from 'oxlint';
import tseslint from 'typescript-eslint';

// a resolver answers a GraphQL type with a plain object of its shape (docs/decisions)
const NOT_OURS = '@typescript-eslint/no-unsafe-class-instance-assignment';

/** As typescript-eslint lists them. Oxlint has rules of its own by these names, and does not start where it has none. */
const strictTypeChecked = tseslint.configs.strictTypeCheckedOnly
  .flatMap((part) => Object.entries(part.rules ?? {}))
  .filter(([rule]) => rule.startsWith('@typescript-eslint/') && rule !== NOT_OURS);

export default defineConfig({
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  options: {
    typeAware: true,
    reportUnusedDisableDirectives: 'error',
    // those are for rules of ESLint
    respectEslintDisableDirectives: false,
  },
  ignorePatterns: ['**/*.generated.ts', '**/*.{js,cjs,mjs}'],
  rules: {
    ...Object.fromEntries(strictTypeChecked),
    // numbers in text are years, counts and positions; values are strings already
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    // returning what a void call returns is a common short form in handlers: () => setOpen(true)
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    // TanStack Router refuses and redirects by throwing objects of its own
    'typescript/only-throw-error': [
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
  overrides: [
    {
      files: ['**/*.spec.ts', '**/*.spec.tsx'],
      // a test reads from an answer what it asked for, and fails where it is not there
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
  ],
});
