// The rules that need types, run by oxlint on TypeScript 7. All others are in eslint.config.mjs (docs/decisions/0086).
import { defineConfig } from 'oxlint';
import tseslint from 'typescript-eslint';

// off, because a resolver may return a plain object of the same shape for the class of a GraphQL type (docs/decisions)
const NOT_OURS = '@typescript-eslint/no-unsafe-class-instance-assignment';

/** The rules that typescript-eslint lists. Oxlint has its own versions under the same names, and does not start if it lacks one. */
const strictTypeChecked = tseslint.configs.strictTypeCheckedOnly
  .flatMap((part) => Object.entries(part.rules ?? {}))
  .filter(([rule]) => rule.startsWith('@typescript-eslint/') && rule !== NOT_OURS);

export default defineConfig({
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  options: {
    typeAware: true,
    reportUnusedDisableDirectives: 'error',
    // directives with eslint- are for rules of ESLint only
    respectEslintDisableDirectives: false,
  },
  ignorePatterns: ['**/*.generated.ts', '**/*.{js,cjs,mjs}'],
  rules: {
    ...Object.fromEntries(strictTypeChecked),
    // numbers in templates are years, counts and positions; values are strings already
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    // handlers are often written in a short form that returns the result of a void call: () => setOpen(true)
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    // TanStack Router throws objects of its own for redirects and pages that are not found
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
      // a test may read untyped answers: it fails anyway if a field is missing
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
