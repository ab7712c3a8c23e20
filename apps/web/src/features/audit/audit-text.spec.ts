import { describe, expect, it } from '@jest/globals';
import { AUDIT_OPERATIONS } from '@qadam/domain/testing';
import { loadCatalog, type Catalogs } from '@qadam/i18n';
import { isIdentifier } from './audit-text.ts';

describe.each(['en', 'ru'] as const)('the audit in %s', (lang) => {
  it('has a name for everything that is written into the chain, and for nothing else', async () => {
    const { audit } = (await loadCatalog(lang, 'desk')) as Catalogs['desk'];
    expect(Object.keys(audit.operations).sort()).toEqual([...AUDIT_OPERATIONS].sort());
    // two operations with the same name could not be told apart
    expect(new Set(Object.values(audit.operations)).size).toBe(AUDIT_OPERATIONS.length);
  });
});

it('an identifier is told from what it names', () => {
  const one = '5e326f40-f884-4eba-858e-7e63eb0cf1f6';
  const changed = { before: null, after: one };
  expect(isIdentifier(changed, new Map())).toBe(true);
  expect(isIdentifier(changed, new Map([[one, 'Ministry of Justice']]))).toBe(false);
  expect(isIdentifier({ before: 'DRAFT', after: one }, new Map())).toBe(false);
});
