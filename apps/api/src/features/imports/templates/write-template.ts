import type { DataValidation, Worksheet } from 'exceljs';
import type { Part } from '@qadam/domain';
import type { Translate } from '@qadam/i18n';
import { pickText } from '../../../graphql/local-text.type.ts';
import type { FactBasis, Language } from '../../../graphql/enums.ts';
import type { Content } from '../../observations/entry.ts';
import type { ImportIndicator } from '../check-context.ts';
import { BASES, STATUSES } from '../template-words.ts';
import { breakdownText } from './breakdown-text.ts';
import {
  checksumOf,
  DATA_SHEET,
  LISTS_SHEET,
  META_SHEET,
  metaOf,
  README_SHEET,
} from './template-meta.ts';

export interface TemplateRow {
  indicator: ImportIndicator;
  part: Part;
  label: string;
  lastYear: string | null;
  content: Content | null;
}

export interface TemplateFacts {
  area: string;
  areaName: string;
  cycle: number;
  dueOn: string;
  release: string;
  lang: Language;
  t: Translate<'files'>;
  /** How the bases of a fact are called. */
  basis: Readonly<Record<FactBasis, string>>;
  rows: TemplateRow[];
}

const COLUMNS = [
  ['code', 10],
  ['name', 52],
  ['unit', 18],
  ['breakdown', 24],
  ['lastYear', 14],
  ['value', 14],
  ['numerator', 14],
  ['denominator', 14],
  ['status', 22],
  ['factDate', 14],
  ['provision', 32],
  ['basis', 14],
  ['source', 32],
  ['comment', 40],
] as const;
type Column = (typeof COLUMNS)[number][0];
const at = (column: Column): number => COLUMNS.findIndex(([name]) => name === column) + 1;

const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const A4 = 9;
const YELLOW = fill('FFFFF6CC');
const GREY = fill('FFEDEFF2');
const ORANGE = fill('FFF8C471');

/** The template of a country, year and language, filled with what is known. Protection is against slips, not people. */
export async function writeTemplate(facts: TemplateFacts): Promise<Buffer> {
  const { t } = facts;
  // heavy: the server starts half a second sooner without it
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  writeReadme(book.addWorksheet(README_SHEET), facts);
  const data = book.addWorksheet(DATA_SHEET, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  });
  Object.assign(data.pageSetup, { paperSize: A4 });
  writeHead(data, t);
  for (const [index, row] of facts.rows.entries()) writeRow(data, index + 2, row, facts);
  markSurprises(data, facts.rows.length + 1);
  await data.protect('', { sort: true, autoFilter: true, formatColumns: true, formatRows: true });
  const lists = book.addWorksheet(LISTS_SHEET, { state: 'hidden' });
  for (const [at, code] of STATUSES.entries()) {
    const base = BASES[at];
    const bases = base === undefined ? [] : [facts.basis[base], base];
    lists.addRow([t(`template.status.${code}`), code, ...bases]);
  }
  writeMeta(book.addWorksheet(META_SHEET, { state: 'hidden' }), facts);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const RULES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
const MARKS = ['1', '2', '3'] as const;

function writeReadme(sheet: Worksheet, facts: TemplateFacts): void {
  const { areaName, cycle, dueOn, t } = facts;
  sheet.getColumn(1).width = 110;
  const title = t('template.title', { area: areaName, cycle });
  sheet.addRow([title]).font = { bold: true, size: 16 };
  sheet.addRow([t('template.due', { date: dueOn })]).font = { bold: true };
  sheet.addRow([]);
  for (const rule of RULES) sheet.addRow([`${rule}. ${t(`template.rule.${rule}`)}`]);
  sheet.addRow([]);
  sheet.addRow([t('template.marksTitle')]).font = { bold: true };
  for (const mark of MARKS) sheet.addRow([t(`template.mark.${mark}`)]);
  const ladders = laddersOf(facts);
  if (ladders.length > 0) {
    sheet.addRow([]);
    sheet.addRow([t('template.stagesTitle')]).font = { bold: true };
    for (const ladder of ladders) sheet.addRow([ladder]);
  }
  sheet.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
}

/** The stages of the laws in words: laws of one ladder in one line. */
function laddersOf({ rows, lang }: TemplateFacts): string[] {
  const laws = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  const stages = [...laws.values()].flatMap(({ code, kind, stages: ladder }) => {
    const words = ladder?.[lang] ?? ladder?.['en'];
    return kind === 'MILESTONE' && words
      ? [{ code, words: words.map((word, stage) => `${String(stage)} – ${word}`).join('; ') }]
      : [];
  });
  const together = Map.groupBy(stages, ({ words }) => words);
  return [...together].map(
    ([words, some]) => `${some.map(({ code }) => code).join(', ')}: ${words}`,
  );
}

function writeHead(sheet: Worksheet, t: TemplateFacts['t']): void {
  const head = sheet.getRow(1);
  for (const [index, [column, width]] of COLUMNS.entries()) {
    head.getCell(index + 1).value = t(`template.columns.${column}`);
    sheet.getColumn(index + 1).width = width;
  }
  head.font = { bold: true };
  head.fill = GREY;
  head.alignment = { wrapText: true, vertical: 'top' };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: COLUMNS.length } };
}

const listOf = (formula: string): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [formula],
  showErrorMessage: true,
});
const STAGE_LIST: DataValidation = { ...listOf('"0,1,2,3,4,5"'), errorStyle: 'warning' };

function writeRow(
  sheet: Worksheet,
  number: number,
  { indicator, part, label, lastYear, content }: TemplateRow,
  { lang, t, basis }: TemplateFacts,
): void {
  const row = sheet.getRow(number);
  const put = (column: Column, value: string | number | null, input = false) => {
    const cell = row.getCell(at(column));
    cell.value = value;
    cell.alignment = { wrapText: true, vertical: 'top' };
    cell.protection = { locked: !input };
    if (input) cell.fill = YELLOW;
    return cell;
  };
  put('code', indicator.code);
  put('name', pickText(indicator.name, lang).text);
  put('unit', pickText(indicator.unitText, lang).text);
  put('breakdown', breakdownText(part, label));
  put('lastYear', figure(lastYear));
  const { ratio } = indicator;
  const isLaw = indicator.kind === 'MILESTONE';
  const isKnown = content !== null;
  const wrong = {
    type: 'decimal',
    operator: 'between',
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
  } as const;
  // 1e15: as many digits as a spreadsheet keeps
  const formulae = [Number(indicator.min ?? 0), Number(indicator.max ?? 1e15)];
  const message = { errorTitle: t('template.wrongTitle'), error: t('template.wrongNumber') };
  const inputs = ratio ? (['numerator', 'denominator'] as const) : (['value'] as const);
  for (const column of ['value', 'numerator', 'denominator'] as const) {
    const isInput = (inputs as readonly string[]).includes(column);
    const cell = put(column, isInput && isKnown ? figure(content[column]) : null, isInput);
    if (isInput) {
      const range = ratio ? [0, 1e15] : formulae;
      cell.dataValidation = isLaw
        ? { ...STAGE_LIST, ...message }
        : { ...wrong, ...message, formulae: range };
    } else cell.fill = GREY;
  }
  const known = STATUSES.find((code) => code === content?.obsStatus);
  const word = known ? t(`template.status.${known}`) : (content?.obsStatus ?? null);
  put('status', word, true).dataValidation = {
    ...listOf(`${LISTS_SHEET}!$A$1:$A$${STATUSES.length}`),
    errorTitle: t('template.wrongTitle'),
    error: t('template.wrongStatus'),
  };
  for (const column of ['factDate', 'provision'] as const) {
    const cell = put(column, isLaw ? safe(content?.[column]) : null, isLaw);
    // a spreadsheet would make a day of 2022-07
    if (isLaw) cell.numFmt = '@';
    else cell.fill = GREY;
  }
  const base = put('basis', isLaw && content?.basis ? basis[content.basis] : null, isLaw);
  if (isLaw)
    base.dataValidation = {
      ...listOf(`${LISTS_SHEET}!$C$1:$C$${BASES.length}`),
      errorTitle: t('template.wrongTitle'),
      error: t('template.wrongStatus'),
    };
  else base.fill = GREY;
  put('source', safe(content?.sourceText), true);
  put('comment', safe(content?.comment), true);
}

/** At most 15 digits, which a spreadsheet's number carries without loss. */
const figure = (text: string | null): number | null => (text === null ? null : Number(text));

/** Never a formula, whatever somebody typed into a comment (OWASP ASVS 1.2.10). */
function safe(text: string | null | undefined): string | null {
  if (text == null) return null;
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

function markSurprises(sheet: Worksheet, last: number): void {
  if (last < 2) return;
  sheet.addConditionalFormatting({
    ref: `F2:F${last}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: ['AND(ISNUMBER($F2),ISNUMBER($E2),ABS($F2-$E2)>0.5*ABS($E2))'],
        style: { fill: { ...ORANGE, bgColor: ORANGE.fgColor } },
      },
    ],
  });
}

function writeMeta(sheet: Worksheet, facts: TemplateFacts): void {
  const { area, cycle, lang, release, rows } = facts;
  const locked = rows.map(
    ({ indicator, part, label }) => `${indicator.code} ${breakdownText(part, label)}`,
  );
  const meta = metaOf({ area, cycle: String(cycle), lang, release, checksum: checksumOf(locked) });
  for (const entry of Object.entries(meta)) sheet.addRow(entry);
}
