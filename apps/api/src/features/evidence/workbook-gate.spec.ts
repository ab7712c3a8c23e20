import { describe, expect, it } from '@jest/globals';
import { workbookProblem } from './workbook-gate.ts';

const WORKBOOK = ['[Content_Types].xml', 'xl/workbook.xml'];

/** A zip whose table of contents says what it is told to; nothing in it can be unpacked. */
function zip(names: readonly string[], unpacked = 10): Buffer {
  const entries = names.map((name) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(5, 20);
    head.writeUInt32LE(unpacked, 24);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const contents = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(contents.length, 12);
  return Buffer.concat([contents, end]);
}

describe('a zip that may be a workbook', () => {
  it.each([
    ['a workbook', zip(WORKBOOK), null],
    ['with macros', zip([...WORKBOOK, 'xl/vbaProject.bin']), 'FILE_MACROS'],
    ['with macro sheets', zip([...WORKBOOK, 'xl/macrosheets/sheet1.xml']), 'FILE_MACROS'],
    ['that unfolds to gigabytes', zip(WORKBOOK, 1_000_000_000), 'FILE_BOMB'],
    [
      'of too many parts',
      zip(Array.from({ length: 2500 }, (_, n) => `${String(n)}.xml`)),
      'FILE_BOMB',
    ],
    ['of another kind', zip(['index.html']), 'FILE_NOT_ALLOWED'],
    ['cut off', zip(WORKBOOK).subarray(0, 60), 'FILE_BROKEN'],
  ])('%s', async (_what, bytes, problem) => {
    expect(await workbookProblem(bytes)).toBe(problem);
  });
});
