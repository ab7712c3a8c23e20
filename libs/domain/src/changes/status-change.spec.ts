import { expect, test } from '@jest/globals';

import { STATUSES_SORTED } from '../progress/status.ts';
import { statusChange } from './status-change.ts';

test('a law that waits no longer has gone up, one that missed its term down', () => {
  expect(statusChange({ from: 'PENDING', to: 'ACHIEVED' })).toEqual({
    class: 'STATUS_UP',
    steps: 1,
  });
  expect(statusChange({ from: 'PENDING', to: 'MISSED' })).toEqual({
    class: 'STATUS_DOWN',
    steps: 1,
  });
  expect(statusChange({ from: 'PENDING', to: 'DELAYED' })).toEqual({
    class: 'STATUS_CHANGED',
    steps: null,
  });
});

test('what is hidden now is not said to have gone up or down', () => {
  expect(statusChange({ from: 'ACHIEVED', to: 'SUPPRESSED' }).class).toBe('NOW_HIDDEN');
  expect(statusChange({ from: 'SUPPRESSED', to: 'NO_DATA' }).class).toBe('NOW_SHOWN');
  expect(statusChange({ from: null, to: 'SUPPRESSED' }).class).toBe('UNCHANGED');
});

test('going back takes as many steps as going there', () => {
  for (const from of STATUSES_SORTED) {
    for (const to of STATUSES_SORTED) {
      expect(statusChange({ from, to }).steps).toBe(statusChange({ from: to, to: from }).steps);
    }
  }
});
