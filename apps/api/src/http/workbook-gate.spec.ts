import { describe, expect, it } from '@jest/globals';
import { zip } from '../testing/zip.ts';
import { workbookProblem } from './workbook-gate.ts';

const BOOK = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };

const rows = (count: number) => ({ 'xl/worksheets/sheet1.xml': '<row r="1"/>'.repeat(count) });

describe('a zip that may be a workbook', () => {
  it.each([
    ['a workbook', zip(BOOK), null],
    ['with macros', zip({ ...BOOK, 'xl/vbaProject.bin': '' }), 'MACRO_FILE'],
    ['with macro sheets', zip({ ...BOOK, 'xl/macrosheets/sheet1.xml': '' }), 'MACRO_FILE'],
    ['with links to others', zip({ ...BOOK, 'xl/externalLinks/l1.xml': '' }), 'EXTERNAL_LINK'],
    ['that fetches', zip({ ...BOOK, 'xl/styles.xml': '<!DOCTYPE a SYSTEM "b">' }), 'XML_DTD'],
    ['that unfolds a thousandfold', zip({ ...BOOK, 'a.bin': ' '.repeat(2_000_000) }), 'ZIP_BOMB'],
    ['that does and denies it', zip({ ...BOOK, 'a.bin': ' '.repeat(2_000_000) }, 10), 'ZIP_BOMB'],
    [
      'of too many parts',
      zip(Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`${String(n)}.xml`, '']))),
      'ZIP_BOMB',
    ],
    ['of another kind', zip({ 'index.html': '' }), 'UNKNOWN_FORMAT'],
    ['cut off', zip(BOOK).subarray(0, 60), 'WORKBOOK_BROKEN'],
  ])('%s', async (_what, bytes, code) => {
    expect((await workbookProblem(bytes))?.code ?? null).toBe(code);
  });

  it('has as many rows as its reader takes', async () => {
    const long = zip({ ...BOOK, ...rows(1200) });
    expect(await workbookProblem(long)).toBeNull();
    expect(await workbookProblem(long, 200)).toBeNull();
    expect(await workbookProblem(long, 100)).toMatchObject({
      code: 'TOO_MANY_ROWS',
      params: { max: 100 },
    });
  });
});
