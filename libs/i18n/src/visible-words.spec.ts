import { expect, test } from '@jest/globals';
import { loadCatalog, type Namespace } from './catalogs.ts';
import { languages } from './languages.ts';

/** What a button shows, and its name for screen readers, which says in addition what it acts on. */
const buttons: [of: Namespace, shown: string, named: string][] = [
  ['desk', 'law.prove', 'law.proveOf'],
  ['desk', 'law.same', 'law.sameIn'],
  ['desk', 'following.stop', 'following.stopOf'],
  ['desk', 'following.rename', 'following.renameOf'],
  ['desk', 'following.delete', 'following.deleteOf'],
  ['desk', 'reopen.revoke', 'reopen.revokeWhat'],
  ['desk', 'reopen.grant', 'reopen.grantWhat'],
  ['desk', 'reopen.decline', 'reopen.declineWhat'],
  ['desk', 'import.leaveOut', 'import.leaveOutRow'],
  ['desk', 'import.takeIn', 'import.takeInRow'],
];

function textAt(catalog: object, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], catalog);
  if (typeof found !== 'string') throw new Error(`There is no text at ${path}.`);
  return found.toLowerCase();
}

// so that somebody who speaks to the computer can say what is on the button (WCAG 2.5.3)
test.each(languages)('the name of a button has the words that it shows (%s)', async (lang) => {
  for (const [namespace, shown, named] of buttons) {
    const catalog = await loadCatalog(lang, namespace);
    expect(textAt(catalog, named)).toContain(textAt(catalog, shown));
  }
});
