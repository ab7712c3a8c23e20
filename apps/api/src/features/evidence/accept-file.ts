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

/** More than any scan of a page has; a small file can unfold to gigabytes of pixels. */
const MAX_PIXELS = 60_000_000;

const MAGIC: readonly (readonly [Kind, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['XLSX', [0x50, 0x4b, 0x03, 0x04]],
];

/**
 * What is kept of an uploaded file, or why nothing is. What it is, its bytes say; its name and the
 * browser's word count for nothing, but that a text is a table only where it is called one.
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

/** An image is drawn anew from its pixels: where and with what it was taken, and what else hides in it, is gone. */
async function redrawn(kind: 'PNG' | 'JPEG', bytes: Buffer): Promise<Buffer | null> {
  try {
    const { default: sharp } = await import('sharp'); // a library of its own weight, for pictures only
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS }).rotate();
    return await (kind === 'PNG' ? upright.png() : upright.jpeg({ quality: 90 })).toBuffer();
  } catch {
    return null;
  }
}

/** XML without a document type, which could pull in what is not there; a table of text called .csv. */
function textKind(name: string, bytes: Buffer): Kind | FileProblem {
  const { text } = decodeText(bytes);
  // a text has none of these characters
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return 'FILE_NOT_ALLOWED';
  if (/^\ufeff?\s*<\?xml\s/.test(text))
    return /<!(?:DOCTYPE|ENTITY)/i.test(text) ? 'XML_DTD' : 'XML';
  const isTable = /\.(csv|tsv|txt)$/i.test(name) && !/^\ufeff?\s*</.test(text);
  return isTable ? 'CSV' : 'FILE_NOT_ALLOWED';
}

const MAX_NAME_LENGTH = 120;
/** Longer than any system allows; the patterns below go over the rest. */
const MAX_READ = 1000;

/**
 * The name of an uploaded file as it is shown and offered again: without its path, without characters
 * that steer a screen or a header, and with the extension of what the file really is.
 */
export function fileName(given: string, extension: string): string {
  const base = given
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .slice(0, MAX_READ)
    // controls, and marks that turn the direction of reading ("exe.fdp")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*;%]/g, '_')
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .replace(/(?<![.\s])[.\s]+$/, '');
  const short = Array.from(base).slice(0, MAX_NAME_LENGTH).join('').trim();
  return `${short || 'file'}.${extension}`;
}
