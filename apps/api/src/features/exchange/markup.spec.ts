import { expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { element, escaped } from './markup.ts';

it('writes what a reader of XML gives back letter by letter, in an attribute and as text', () => {
  const texts = [
    'a & b < c > "d" \'e\'',
    'line\nline\r\nand\ttab',
    ']]>',
    'Қырғызстан 👩🏽',
    '&amp;',
  ];
  for (const text of texts) {
    const read: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ attributes }) => read.push(attributes['v'] ?? ''));
    parser.on('text', (piece) => read.push(piece));
    parser.write(element('a', { v: text }, escaped(text))).close();
    expect(read).toEqual([text, text]);
  }
});

it('leaves out what XML cannot hold, and attributes that are not there', () => {
  expect(escaped('a\u0000b\u0008c\ufffed\ud800e')).toBe('abcde');
  expect(element('a', { b: null, c: undefined, d: 0, e: false })).toBe('<a d="0" e="false"/>');
});
