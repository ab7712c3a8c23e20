import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { NotificationKind } from './notification.enums.ts';

const page = readFileSync(
  path.join(import.meta.dirname, '../../../../../docs/operations.md'),
  'utf8',
);

it('docs/operations.md lists every kind of mail, and no other', () => {
  const [, rows = ''] = /^\| mail +\|.*\n\|.*\n((?:\|.*\n)+)/m.exec(page) ?? [];
  const kinds = rows
    .split('\n')
    .flatMap((row) => row.split('|')[1]?.split(',') ?? [])
    .map((kind) => kind.trim().toUpperCase().replaceAll(' ', '_'));
  expect(kinds.toSorted()).toEqual(Object.keys(NotificationKind).toSorted());
});
