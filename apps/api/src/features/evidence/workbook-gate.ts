import { fromBuffer } from 'yauzl';

export type WorkbookProblem = 'FILE_BROKEN' | 'FILE_NOT_ALLOWED' | 'FILE_MACROS' | 'FILE_BOMB';

const MAX_ENTRIES = 2000;
const MAX_EXPANSION = 100;
/** Small parts of a workbook shrink more than any bomb needs to. */
const HARMLESS_BYTES = 20 * 1024 * 1024;

/** Why a zip is no acceptable workbook; null where it is one. Reads its table of contents and unpacks nothing. */
export function workbookProblem(bytes: Buffer): Promise<WorkbookProblem | null> {
  return new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) {
        resolve('FILE_BROKEN');
        return;
      }
      const names = new Set<string>();
      let unpacked = 0;
      zip.on('error', () => resolve('FILE_BROKEN'));
      zip.on(
        'entry',
        ({ fileName, uncompressedSize }: { fileName: string; uncompressedSize: number }) => {
          names.add(fileName.toLowerCase());
          unpacked += uncompressedSize;
          const bomb =
            names.size > MAX_ENTRIES ||
            (unpacked > HARMLESS_BYTES && unpacked > bytes.length * MAX_EXPANSION);
          if (bomb) resolve('FILE_BOMB');
          else if (/vbaproject|\/macrosheets\//.test(fileName.toLowerCase()))
            resolve('FILE_MACROS');
          else zip.readEntry();
        },
      );
      zip.on('end', () => {
        const workbook = names.has('[content_types].xml') && names.has('xl/workbook.xml');
        resolve(workbook ? null : 'FILE_NOT_ALLOWED');
      });
      zip.readEntry();
    });
  });
}
