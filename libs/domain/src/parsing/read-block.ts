import { readRecords } from './csv-records.ts';

/**
 * The cells of a block as Excel and Calc put it on the clipboard: tabs between cells, a line for a row,
 * cells with tabs, quotes or line ends in quotes. An empty line is a row of its own, so that the rows after
 * it do not move up. Source: RFC 4180; experience.md W6.
 */
export function readBlock(text: string): string[][] {
  return [...readRecords(text.replace(/\r?\n$/, ''), '\t', { emptyLines: true })];
}
