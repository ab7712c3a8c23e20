// Says which project may import which. In a file of its own, so that tools/lint.mjs can test with a forbidden import that the rule really runs.
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

export const boundaries = {
  files: ['**/*.ts', '**/*.tsx'],
  languageOptions: { parser: tseslint.parser },
  plugins: { '@nx': nx },
  rules: {
    '@nx/enforce-module-boundaries': [
      'error',
      {
        enforceBuildableLibDependency: true,
        allow: [],
        depConstraints: [
          {
            sourceTag: 'scope:domain',
            onlyDependOnLibsWithTags: ['scope:domain'],
            bannedExternalImports: [
              '@nestjs/*',
              '@mikro-orm/*',
              '@apollo/*',
              'react*',
              'graphql',
              'node:*',
            ],
          },
          { sourceTag: 'scope:i18n', onlyDependOnLibsWithTags: ['scope:i18n'] },
          { sourceTag: 'scope:schema', onlyDependOnLibsWithTags: [] },
          {
            sourceTag: 'scope:api',
            onlyDependOnLibsWithTags: ['scope:domain', 'scope:i18n'],
            bannedExternalImports: ['react*', '@mantine/*'],
          },
          {
            sourceTag: 'scope:web',
            onlyDependOnLibsWithTags: ['scope:domain', 'scope:i18n', 'scope:schema'],
            bannedExternalImports: ['@nestjs/*', '@mikro-orm/*'],
          },
          { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:domain', 'scope:i18n'] },
        ],
      },
    ],
  },
};
