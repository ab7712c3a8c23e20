import { expect, it } from '@jest/globals';
import { elementsOf } from '../../../testing/xml-elements.ts';
import { toXml } from './xml.ts';

it('writes what a strict reader gives back letter by letter: in an attribute, as text and in a child', () => {
  for (const text of [
    'a & b < c > "d" \'e\'',
    'line\nline\r\nand\ttab',
    ']]>',
    '&amp;',
    'Қырғызстан 👩🏽',
  ]) {
    const [outer, inner] = elementsOf(toXml('a', { '@v': text, b: { '@v': text, '#': text } }));
    expect([outer?.attributes['v'], inner?.attributes['v'], inner?.text]).toEqual([
      text,
      text,
      text,
    ]);
    expect(elementsOf(toXml('a', text))).toMatchObject([{ text }]);
    expect(elementsOf(toXml('a', { b: [text, text] })).slice(1)).toMatchObject([
      { text },
      { text },
    ]);
  }
});

it('leaves out what XML cannot hold', () => {
  const broken = 'a\u0000b\u0008c\u0085d\ufffee\ud800f';
  expect(elementsOf(toXml('a', { '@v': broken, '#': broken }))).toMatchObject([
    { attributes: { v: 'abcdef' }, text: 'abcdef' },
  ]);
});

it('writes 0, false and an empty text, and nothing of what is not there', () => {
  expect(toXml('a', { '@b': 0, '@c': false, '@d': null, e: 0, f: false, g: '' })).toBe(
    '<a b="0" c="false">\n  <e>0</e>\n  <f>false</f>\n  <g/>\n</a>',
  );
  expect(toXml('a', { b: null, c: undefined, d: [], e: [null, []] })).toBe('<a/>');
  expect([toXml('a', null), toXml('a', []), toXml('a', {})]).toEqual(['', '', '<a/>']);
});

it('writes a list one below the other, and a text before the children', () => {
  expect(toXml('a', ['1', null, { b: ['2', '3'] }], '  ')).toBe(
    '  <a>1</a>\n  <a>\n    <b>2</b>\n    <b>3</b>\n  </a>',
  );
  expect(toXml('a', { b: '2', '#': '1' })).toBe('<a>1\n  <b>2</b>\n</a>');
});
