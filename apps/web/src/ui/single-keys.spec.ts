import { expect, test } from '@jest/globals';
import { letterOf } from './single-keys.ts';

test.each([
  ['z', 'KeyZ', 'z'],
  ['Z', 'KeyZ', 'z'],
  ['я', 'KeyZ', 'z'],
  ['Я', 'KeyZ', 'z'],
  // layouts with Latin letters in other places, where the key counts and not its place
  ['z', 'KeyW', 'z'],
  [';', 'KeyZ', ';'],
  ['х', 'BracketLeft', 'bracketleft'],
  ['Delete', 'Delete', 'delete'],
])('the key %s at %s is the letter %s', (key, code, letter) => {
  expect(letterOf({ key, code })).toBe(letter);
});
