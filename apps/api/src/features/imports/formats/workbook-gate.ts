import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { unreadable, UnreadableFile } from '../import-problem.ts';
import { MAX_ROWS } from './format.ts';

const MAX_ENTRIES = 500;
const MAX_RATIO = 100;
const MAX_INFLATED = 200 * 1024 * 1024;
/** Below this a high ratio is only a small file of much white space. */
const SMALL = 1024 * 1024;

const REFUSED_PARTS: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|macrosheets|\/dialogsheets/i, 'MACRO_FILE'],
  [/(?:^|\/)externalLinks?\//i, 'EXTERNAL_LINK'],
  [/EncryptedPackage/i, 'PASSWORD_FILE'],
];

/** A part of the archive by its name, inflated as it is taken; null where there is none. */
export type Parts = (name: string) => AsyncIterable<Uint8Array> | null;

/**
 * In front of all that reads a workbook: every part is inflated once and thrown away, so that its real size is known and
 * not the one it claims.
 */
export async function passGate(bytes: Uint8Array): Promise<Parts> {
  try {
    return await inflateAll(bytes);
  } catch (error) {
    // a damaged archive fails in as many ways as there are bytes
    throw error instanceof UnreadableFile ? error : unreadable('WORKBOOK_BROKEN');
  }
}

async function inflateAll(bytes: Uint8Array): Promise<Parts> {
  // sizes are counted here, so that a lie in the directory is a bomb and not just broken
  const options = { validateEntrySizes: false, autoClose: false };
  const zip = await fromBufferPromise(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    options,
  );
  const byName = new Map<string, Entry>();
  let inflated = 0;
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    entries += 1;
    if (entries > MAX_ENTRIES) throw unreadable('ZIP_BOMB');
    const refused = REFUSED_PARTS.find(([part]) => part.test(entry.fileName));
    if (refused) throw unreadable(refused[1]);
    byName.set(entry.fileName.toLowerCase(), entry);
    const part = new PartCheck(entry.fileName);
    const content: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of content) {
      inflated += chunk.length;
      const limit = Math.max(SMALL, Math.min(MAX_INFLATED, bytes.length * MAX_RATIO));
      if (inflated > limit) throw unreadable('ZIP_BOMB');
      part.look(chunk);
    }
  }
  return (name) => {
    const entry = byName.get(name.toLowerCase());
    return entry === undefined ? null : inflate(zip, entry);
  };
}

async function* inflate(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  yield* await zip.openReadStreamPromise(entry);
}

/** Looks at one part as it passes; what spans two chunks is seen by keeping a tail of the first. */
class PartCheck {
  private tail = '';
  private rows = 0;
  private readonly isXml: boolean;
  private readonly isSheet: boolean;

  constructor(fileName: string) {
    this.isXml = /\.(?:xml|rels|vml)$/i.test(fileName);
    this.isSheet = /worksheets\/[^/]+\.xml$/i.test(fileName);
  }

  look(chunk: Buffer): void {
    if (!this.isXml) return;
    const text = this.tail + chunk.toString('latin1').replaceAll('\0', '');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw unreadable('XML_DTD');
    if (text.includes('macroEnabled')) throw unreadable('MACRO_FILE');
    this.tail = text.slice(-16);
    if (!this.isSheet) return;
    this.rows +=
      (text.match(/<row[ >]/g) ?? []).length - (this.tail.match(/<row[ >]/g) ?? []).length;
    if (this.rows > MAX_ROWS + 1000)
      throw unreadable('TOO_MANY_ROWS', { rows: this.rows, max: MAX_ROWS });
  }
}
