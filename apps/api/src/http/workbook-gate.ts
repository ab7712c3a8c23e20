import { fromBufferPromise } from 'yauzl';

const MAX_ENTRIES = 2000;
const MAX_RATIO = 100;
const MAX_INFLATED = 200 * 1024 * 1024;
/** Up to this size, a high ratio only means a small file with much white space. */
const SMALL = 1024 * 1024;
/** How many rows may be no records: titles, notes, empty rows. */
const ROWS_BESIDE = 1000;

type Params = Readonly<Record<string, number>>;

const REFUSED_PARTS = [
  [/vbaProject|macrosheets|\/dialogsheets/i, 'MACRO_FILE'],
  [/(?:^|\/)externalLinks?\//i, 'EXTERNAL_LINK'],
  [/EncryptedPackage/i, 'PASSWORD_FILE'],
] as const;

type Code =
  | (typeof REFUSED_PARTS)[number][1]
  | 'TOO_MANY_ROWS'
  | 'UNKNOWN_FORMAT'
  | 'WORKBOOK_BROKEN'
  | 'XML_DTD'
  | 'ZIP_BOMB';

export interface WorkbookProblem {
  code: Code;
  params: Params;
}

/**
 * Why a zip is not acceptable as a workbook; null if it is. This runs before the spreadsheet library, which unpacks anything, and also protects
 * people who download the file. Every part is inflated once and discarded, so that its real size is known, not the one it claims. Source: quality.md,
 * Files.
 */
export async function workbookProblem(
  bytes: Uint8Array,
  maxRows = Infinity,
): Promise<WorkbookProblem | null> {
  try {
    await inflateAll(bytes, maxRows);
    return null;
  } catch (error) {
    // a damaged archive can fail at any step
    return error instanceof Unfit ? error.problem : { code: 'WORKBOOK_BROKEN', params: {} };
  }
}

class Unfit extends Error {
  readonly problem: WorkbookProblem;

  constructor(code: Code, params: Params = {}) {
    super(code);
    this.problem = { code, params };
  }
}

async function inflateAll(bytes: Uint8Array, maxRows: number): Promise<void> {
  const limit = Math.max(SMALL, Math.min(MAX_INFLATED, bytes.length * MAX_RATIO));
  // sizes are counted here, so that a false size in the directory is reported as a bomb and not as a broken file
  const zip = await fromBufferPromise(Buffer.from(bytes), { validateEntrySizes: false });
  const names = new Set<string>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    names.add(entry.fileName.toLowerCase());
    if (names.size > MAX_ENTRIES) throw new Unfit('ZIP_BOMB');
    const refused = REFUSED_PARTS.find(([part]) => part.test(entry.fileName));
    if (refused) throw new Unfit(refused[1]);
    const part = new PartCheck(entry.fileName, maxRows);
    const content: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of content) {
      inflated += chunk.length;
      if (inflated > limit) throw new Unfit('ZIP_BOMB');
      part.scan(chunk);
    }
  }
  if (!names.has('[content_types].xml') || !names.has('xl/workbook.xml'))
    throw new Unfit('UNKNOWN_FORMAT');
}

/** Scans one part as a stream; the end of each chunk is kept, to find what spans two chunks. */
class PartCheck {
  private tail = '';
  private rows = 0;
  private readonly isXml: boolean;
  private readonly isSheet: boolean;
  private readonly maxRows: number;

  constructor(fileName: string, maxRows: number) {
    this.isXml = /\.(?:xml|rels|vml)$/i.test(fileName);
    this.isSheet = /worksheets\/[^/]+\.xml$/i.test(fileName);
    this.maxRows = maxRows;
  }

  scan(chunk: Buffer): void {
    if (!this.isXml) return;
    const text = this.tail + chunk.toString('latin1').replaceAll('\0', '');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Unfit('XML_DTD');
    if (text.includes('macroEnabled')) throw new Unfit('MACRO_FILE');
    this.tail = text.slice(-16);
    if (!this.isSheet) return;
    this.rows +=
      (text.match(/<row[ >]/g) ?? []).length - (this.tail.match(/<row[ >]/g) ?? []).length;
    if (this.rows > this.maxRows + ROWS_BESIDE)
      throw new Unfit('TOO_MANY_ROWS', { rows: this.rows, max: this.maxRows });
  }
}
