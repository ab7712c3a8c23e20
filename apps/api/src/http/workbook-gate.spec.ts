import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { workbookProblem } from './workbook-gate.ts';

const BOOK = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };

/** A zip of these parts, whose directory may claim that each is of another size. */
function zip(parts: Readonly<Record<string, string>>, claimed?: number): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = deflateRawSync(text);
    const sizes = Buffer.alloc(18);
    sizes.writeUInt16LE(8, 0);
    sizes.writeUInt32LE(content.length, 10);
    sizes.writeUInt32LE(claimed ?? text.length, 14);
    const length = Buffer.alloc(4);
    length.writeUInt16LE(name.length, 0);
    const local = [Buffer.from('PK\x03\x04\x14\0\0\0'), sizes, length, Buffer.from(name), content];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(
      Buffer.from('PK\x01\x02\x14\0\x14\0\0\0'),
      sizes,
      length,
      place,
      Buffer.from(name),
    );
    body.push(...local);
    at += Buffer.concat(local).length;
  }
  const contents = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, contents, end]);
}

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
