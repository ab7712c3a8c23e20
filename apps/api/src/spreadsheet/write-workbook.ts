import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { Looks } from './looks.ts';
import { escaped, MAIN, XML } from './markup.ts';
import { headRange, type Sheet, sheetXml } from './sheet.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The compression level: a sheet is as small as at 6, zlib's default, in two thirds of the time; at 4 it is a fifth larger. */
const LEVEL = 5;

/**
 * A workbook in Excel's format (ECMA-376), in pieces. Sheets and rows are requested when there is room for them, so that a million rows take no more
 * memory than a few. The same sheets made in the same hour give the same bytes.
 */
export async function* writeWorkbook(
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  made: Date,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.outputStream.pipe(out);
  const fail = (error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', fail);
  const packed = pack(sheets, made, zip, out).catch(fail);
  yield* out;
  await packed;
}

async function pack(
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  made: Date,
  zip: ZipFile,
  out: PassThrough,
): Promise<void> {
  const looks = new Looks();
  const listed: Sheet[] = [];
  for await (const sheet of sheets) {
    listed.push(sheet);
    const part = Readable.from(sheetXml(sheet, looks), { objectMode: false });
    const end = () => part.destroy();
    out.once('close', end);
    zip.addReadStream(part, `xl/worksheets/sheet${listed.length}.xml`, {
      mtime: made,
      compressionLevel: LEVEL,
    });
    await finished(part);
    out.off('close', end);
  }
  const parts = { ...partsAround(listed, made), 'xl/styles.xml': looks.xml() };
  for (const [name, text] of Object.entries(parts))
    zip.addBuffer(Buffer.from(text), name, { mtime: made });
  zip.end();
}

/** The parts of the file that list its sheets. */
function partsAround(sheets: readonly Sheet[], made: Date): Record<string, string> {
  const part = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const listed = sheets.map(
    ({ name, hidden = false }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const filters = sheets.flatMap((sheet, at) =>
    sheet.filter === true
      ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${escaped(sheet.name.replaceAll("'", "''"))}'!${headRange(sheet).replaceAll(/[A-Z]+|\d+/g, '$$$&')}</definedName>`
      : [],
  );
  const relations = [...sheets.map((_, at) => ['worksheet', part(at)]), ['styles', 'styles.xml']];
  const types = [
    ['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
    ['/xl/styles.xml', `${TYPES}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...sheets.map((_, at) => [`/xl/${part(at)}`, `${TYPES}.worksheet+xml`]),
  ];
  const day = made.toISOString();
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types
      .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
      .join('')}</Types>`,
    '_rels/.rels': relationsXml([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Qadam</dc:creator><cp:lastModifiedBy>Qadam</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${
      filters.length > 0 ? `<definedNames>${filters.join('')}</definedNames>` : ''
    }</workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(
      relations.map(([type = '', target = '']) => [`${OFFICE}/${type}`, target]),
    ),
  };
}

const relationsXml = (relations: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
