import { expect, test } from '@jest/globals';
import { readBlock } from './read-block.ts';

test('a block has its cells between tabs and its rows on lines', () => {
  expect(readBlock('F1.1\t24,5\r\nF1.2\t30\r\n')).toEqual([
    ['F1.1', '24,5'],
    ['F1.2', '30'],
  ]);
});

test('an empty line stays a row, so that nothing below moves up', () => {
  expect(readBlock('12\n\n14\n')).toEqual([['12'], [''], ['14']]);
});

test('a quoted cell may hold tabs, line ends and quotes', () => {
  expect(readBlock('"two\nlines\tand ""quotes"""\t7')).toEqual([['two\nlines\tand "quotes"', '7']]);
});

test('text that is no block is one cell', () => {
  expect(readBlock('24,5')).toEqual([['24,5']]);
  expect(readBlock('')).toEqual([]);
});
