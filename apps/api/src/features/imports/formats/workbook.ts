import path from 'node:path';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { unreadable } from '../import-problem.ts';
import { allOf } from './all-of.ts';
import { type NumberKind, readSheetRows, type SheetRow } from './sheet-rows.ts';
import { isOn, RichText } from './sheet-text.ts';
import { streamXml, type XmlHandlers } from './xml.ts';

export interface Sheet {
  name: string;
  /** False if its author has hidden the sheet. */
  shown: boolean;
  /** The rows with content; every call begins with the first. `merges` is filled at the end, as the file lists merged ranges behind the rows. */
  rows: (merges?: string[]) => AsyncIterable<SheetRow>;
}

/** Reads those parts of a workbook (ECMA-376) that contain the cells. The rows of a sheet are read as they are taken, and never kept. */
export async function openWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const reader = await PartReader.open(bytes);
  const [main] = await reader
    .relations('', '.rels')
    .then((all) => all.filter(({ type }) => type === 'officeDocument'));
  if (main === undefined) throw unreadable('WORKBOOK_BROKEN');
  const relations = await reader.relations(
    path.posix.dirname(main.target),
    `${path.posix.basename(main.target)}.rels`,
  );
  const targetOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target ?? '';
  let from1904 = false;
  const listed = await reader.all<{ id: string; name: string; shown: boolean }>(
    main.target,
    (emit) => ({
      open: ({ name, attributes }) => {
        if (name === 'workbookPr') from1904 = isOn(attributes.get('date1904'));
        if (name !== 'sheet') return;
        const shown = (attributes.get('state') ?? 'visible') === 'visible';
        emit({ id: attributes.get('id') ?? '', name: attributes.get('name') ?? '', shown });
      },
    }),
  );
  const strings = await readStrings(reader, targetOf('sharedStrings'));
  const kinds = await readKinds(reader, targetOf('styles'));
  return listed.flatMap(({ id, ...sheet }) => {
    const relation = relations.find((one) => one.id === id);
    if (relation?.type !== 'worksheet') return [];
    const handlers = readSheetRows({ strings, kinds, from1904 });
    return { ...sheet, rows: (merges = []) => reader.walk(relation.target, handlers(merges)) };
  });
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** Reads the parts of a zip archive that `workbookProblem` has accepted, unpacking them as they are read. */
class PartReader {
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  static async open(bytes: Uint8Array): Promise<PartReader> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const zip = await fromBufferPromise(buffer, { autoClose: false, validateEntrySizes: false });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
    return new PartReader(zip, entries);
  }

  async *walk<One>(name: string, handlers: XmlHandlers<One>): AsyncGenerator<One> {
    const part = this.entries.get(name.toLowerCase());
    if (part === undefined) return;
    try {
      yield* streamXml(await this.zip.openReadStreamPromise(part), handlers);
    } catch {
      // a damaged part can fail in too many ways to tell them apart
      throw unreadable('WORKBOOK_BROKEN');
    }
  }

  async all<One>(name: string, handlers: XmlHandlers<One>): Promise<One[]> {
    return allOf(this.walk(name, handlers));
  }

  /** The parts that a part refers to. A target is relative to the part's folder, or to the archive if it begins with a slash. */
  async relations(folder: string, file: string): Promise<Relation[]> {
    return this.all(path.posix.join(folder, '_rels', file), (emit) => ({
      open: ({ name, attributes }) => {
        if (name !== 'Relationship') return;
        const target = attributes.get('Target') ?? '';
        emit({
          id: attributes.get('Id') ?? '',
          type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
          target: target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target),
        });
      },
    }));
  }
}

async function readStrings(reader: PartReader, name: string): Promise<string[]> {
  return reader.all<string>(name, (emit) => {
    const text = new RichText();
    return {
      open: ({ name: element, attributes }) => {
        if (element === 'si') text.start();
        text.open(element, attributes);
      },
      close: (element, content) => {
        text.close(element, content);
        if (element === 'si') emit(text.read());
      },
    };
  });
}

async function readKinds(reader: PartReader, name: string): Promise<NumberKind[]> {
  // computed once per format, however many styles use it
  const kinds = new Map<string, NumberKind>();
  let ofCells = false;
  return reader.all<NumberKind>(name, (emit) => ({
    open: ({ name: element, attributes }) => {
      const id = attributes.get('numFmtId') ?? '';
      if (element === 'numFmt') kinds.set(id, kindOf(attributes.get('formatCode') ?? ''));
      if (element === 'cellXfs') ofCells = true;
      if (element === 'xf' && ofCells) {
        const known = kinds.get(id);
        emit(known === undefined ? kindOfNumber(Number(id)) : known);
      }
    },
    close: (element) => {
      if (element === 'cellXfs') ofCells = false;
    },
  }));
}

/** The ids of built-in date formats, which have no format code, in ECMA-376 and in Excel for East Asia. */
const DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const PERCENTS = [9, 10];

function kindOfNumber(id: number): NumberKind {
  if (PERCENTS.includes(id)) return 'PERCENT';
  return DATES.some(([from, to]) => id >= from && id <= to) ? 'DATE' : null;
}

function kindOf(code: string): NumberKind {
  const marks = marksOf(code);
  if (/^\s*y{4}[\s@;.]*$/i.test(marks)) return 'YEAR';
  if (/[ymdhs]/i.test(marks.replace(/General/i, ''))) return 'DATE';
  return marks.includes('%') ? 'PERCENT' : null;
}

const CLOSED_BY: Readonly<Record<string, string>> = { '[': ']', '"': '"' };

/** A code without its colours and conditions, texts and escaped characters, in one pass. */
function marksOf(code: string): string {
  let marks = '';
  for (let at = 0; at < code.length; at += 1) {
    const mark = code.charAt(at);
    const closing = CLOSED_BY[mark];
    if (mark === '\\') at += 1;
    else if (closing === undefined) marks += mark;
    else {
      const end = code.indexOf(closing, at + 1);
      if (end === -1) return marks + code.slice(at);
      at = end;
    }
  }
  return marks;
}
