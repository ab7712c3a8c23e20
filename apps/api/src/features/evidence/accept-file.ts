import { decodeText } from '@qadam/domain';
import { MAX_UPLOAD_BYTES } from '../../http/uploads.ts';
import { workbookProblem, type WorkbookProblem } from '../../http/workbook-gate.ts';

export type FileProblem =
  WorkbookProblem['code'] | 'FILE_BROKEN' | 'FILE_EMPTY' | 'FILE_NOT_ALLOWED' | 'FILE_TOO_LARGE';

export interface AcceptedFile {
  title: string;
  mediaType: string;
  content: Buffer;
}

const KINDS = {
  PDF: { extension: 'pdf', mediaType: 'application/pdf' },
  PNG: { extension: 'png', mediaType: 'image/png' },
  JPEG: { extension: 'jpg', mediaType: 'image/jpeg' },
  XLSX: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  XML: { extension: 'xml', mediaType: 'application/xml' },
  CSV: { extension: 'csv', mediaType: 'text/csv' },
} as const;
type Kind = keyof typeof KINDS;

/** More pixels than any scan of a page has. The limit is needed because a small file can unpack to gigabytes of pixels. */
const MAX_PIXELS = 60_000_000;

const MAGIC: readonly (readonly [Kind, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['XLSX', [0x50, 0x4b, 0x03, 0x04]],
];

/**
 * The uploaded file in the form that is kept, or why it is refused. Its type is decided by its bytes; its name and the
 * browser's type do not count, except that a text is a table only if its name says so.
 * Source: quality.md, Files.
 */
export async function acceptFile(name: string, bytes: Buffer): Promise<AcceptedFile | FileProblem> {
  if (bytes.length === 0) return 'FILE_EMPTY';
  const kind =
    MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0] ??
    textKind(name, bytes);
  if (!isKind(kind)) return kind;
  if (kind === 'XLSX') {
    const problem = await workbookProblem(bytes);
    if (problem !== null)
      return problem.code === 'UNKNOWN_FORMAT' ? 'FILE_NOT_ALLOWED' : problem.code;
  }
  const content = kind === 'PNG' || kind === 'JPEG' ? await redrawn(kind, bytes) : bytes;
  if (content === null) return 'FILE_BROKEN';
  if (content.length > MAX_UPLOAD_BYTES) return 'FILE_TOO_LARGE';
  const { extension, mediaType } = KINDS[kind];
  return { title: fileName(name, extension), mediaType, content };
}

const isKind = (found: Kind | FileProblem): found is Kind => Object.hasOwn(KINDS, found);

/** Draws an image anew from its pixels, which removes its metadata (place, camera) and anything else hidden in the file. */
async function redrawn(kind: 'PNG' | 'JPEG', bytes: Buffer): Promise<Buffer | null> {
  try {
    const { default: sharp } = await import('sharp'); // a heavy library, only loaded for images
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS }).rotate();
    return await (kind === 'PNG' ? upright.png() : upright.jpeg({ quality: 90 })).toBuffer();
  } catch {
    return null;
  }
}

/** XML without a document type, which could include other files, or a text table with a name like .csv. */
function textKind(name: string, bytes: Buffer): Kind | FileProblem {
  const { text } = decodeText(bytes);
  // control characters that no text has
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return 'FILE_NOT_ALLOWED';
  if (/^\ufeff?\s*<\?xml\s/.test(text))
    return /<!(?:DOCTYPE|ENTITY)/i.test(text) ? 'XML_DTD' : 'XML';
  const isTable = /\.(csv|tsv|txt)$/i.test(name) && !/^\ufeff?\s*</.test(text);
  return isTable ? 'CSV' : 'FILE_NOT_ALLOWED';
}

const MAX_NAME_LENGTH = 120;
/** Longer than any system allows; the slower patterns below only get so many characters. */
const MAX_READ = 1000;

/**
 * The name of an uploaded file as shown and offered for download: without its path, without characters
 * that control a screen or a header, and with the extension of the file's real type.
 */
export function fileName(given: string, extension: string): string {
  const base = given
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .slice(0, MAX_READ)
    // control characters, and marks that reverse the direction of reading ("exe.fdp")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*;%]/g, '_')
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .replace(/(?<![.\s])[.\s]+$/, '');
  const short = Array.from(base).slice(0, MAX_NAME_LENGTH).join('').trim();
  return `${short || 'file'}.${extension}`;
}
