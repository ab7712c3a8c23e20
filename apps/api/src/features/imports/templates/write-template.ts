import { buffer } from 'node:stream/consumers';
import { FACT_BASES, type Part } from '@qadam/domain';
import type { Translate } from '@qadam/i18n';
import { pickText } from '../../../graphql/local-text.type.ts';
import type { FactBasis, Language } from '../../../graphql/enums.ts';
import type { Look } from '../../../spreadsheet/looks.ts';
import { type Cell, columnName, type Sheet, type Validation } from '../../../spreadsheet/sheet.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import type { Content } from '../../observations/observation.entity.ts';
import type { ImportIndicator } from '../check-context.ts';
import { STATUSES } from '../template-words.ts';
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
  /** The names of the bases of a fact. */
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

const YELLOW = 'FFF6CC';
const GREY = 'EDEFF2';
const ORANGE = 'F8C471';

const TITLE: Look = { bold: true, size: 16, wrap: true };
const BOLD: Look = { bold: true, wrap: true };
const LINES: Look = { wrap: true };
const HEAD: Look = { bold: true, fill: GREY, wrap: true };
const INPUT: Look = { fill: YELLOW, input: true, wrap: true };
/** Formatted as text, as a spreadsheet would turn 2022-07 into a day. */
const INPUT_TEXT: Look = { ...INPUT, text: true };
/** A cell that this indicator does not use. */
const CLOSED: Look = { fill: GREY, wrap: true };

/** The template of a country, year and language, filled with what is known. Its cells are protected against slips, not against people. */
export async function writeTemplate(facts: TemplateFacts): Promise<Buffer> {
  const sheets = [readme(facts), data(facts), lists(facts), meta(facts)];
  return buffer(writeWorkbook(sheets, new Date()));
}

const RULES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
const MARKS = ['1', '2', '3'] as const;

function readme(facts: TemplateFacts): Sheet {
  const { areaName, cycle, dueOn, t } = facts;
  const ladders = laddersOf(facts);
  const lines: Cell[] = [
    { value: t('template.title', { area: areaName, cycle }), look: TITLE },
    { value: t('template.due', { date: dueOn }), look: BOLD },
    null,
    ...RULES.map((rule) => `${rule}. ${t(`template.rule.${rule}`)}`),
    null,
    { value: t('template.marksTitle'), look: BOLD },
    ...MARKS.map((mark) => t(`template.mark.${mark}`)),
    ...(ladders.length > 0
      ? [null, { value: t('template.stagesTitle'), look: BOLD }, ...ladders]
      : []),
  ];
  return { name: README_SHEET, widths: [110], rows: lines.map((line) => [line]), texts: LINES };
}

/** The stages of the laws in words; laws with the same ladder share a line. */
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

function data(facts: TemplateFacts): Sheet {
  const { t, rows } = facts;
  const head = COLUMNS.map(([column]) => ({
    value: t(`template.columns.${column}`),
    look: HEAD,
  }));
  const last = rows.length + 1;
  const surprise = 'AND(ISNUMBER($F2),ISNUMBER($E2),ABS($F2-$E2)>0.5*ABS($E2))';
  return {
    name: DATA_SHEET,
    widths: COLUMNS.map(([, width]) => width),
    rows: [head, ...rows.map((row) => cellsOf(row, facts))],
    texts: LINES,
    frozen: { rows: 1, columns: 2 },
    filter: true,
    locked: true,
    landscape: true,
    validations: validationsOf(facts),
    ...(last > 1 && { marked: { cells: `F2:F${String(last)}`, formula: surprise, fill: ORANGE } }),
  };
}

function cellsOf(
  { indicator, part, label, lastYear, content }: TemplateRow,
  { lang, t, basis }: TemplateFacts,
): Cell[] {
  const { kind, ratio } = indicator;
  const isLaw = kind === 'MILESTONE';
  const known = STATUSES.find((code) => code === content?.obsStatus);
  const input = (value: string | number | null, isOpen = true, look = INPUT): Cell =>
    isOpen ? { value, look } : { value: null, look: CLOSED };
  const cells: Record<Column, Cell> = {
    code: indicator.code,
    name: pickText(indicator.name, lang).text,
    unit: pickText(indicator.unitText, lang).text,
    breakdown: breakdownText(part, label),
    lastYear: { value: figure(lastYear), look: LINES },
    value: input(figure(content?.value), !ratio),
    numerator: input(figure(content?.numerator), ratio),
    denominator: input(figure(content?.denominator), ratio),
    status: input(known ? t(`template.status.${known}`) : (content?.obsStatus ?? null)),
    factDate: input(safe(content?.factDate), isLaw, INPUT_TEXT),
    provision: input(safe(content?.provision), isLaw, INPUT_TEXT),
    basis: input(content?.basis ? basis[content.basis] : null, isLaw),
    source: input(safe(content?.sourceText)),
    comment: input(safe(content?.comment)),
  };
  return COLUMNS.map(([column]) => cells[column]);
}

/** 1e15: as many digits as a spreadsheet keeps. */
const COUNT = [0, 1e15] as const;

/** What the input cells accept; cells that accept the same share one rule. */
function validationsOf({ rows, t }: TemplateFacts): Validation[] {
  const title = t('template.wrongTitle');
  const number = { title, message: t('template.wrongNumber'), warning: true };
  const word = { title, message: t('template.wrongStatus') };
  const statuses = { ...word, list: `${LISTS_SHEET}!$A$1:$A$${String(STATUSES.length)}` };
  const bases = { ...word, list: `${LISTS_SHEET}!$C$1:$C$${String(FACT_BASES.length)}` };
  const rules = new Map<string, Validation>();
  const add = (column: Column, row: number, rule: Omit<Validation, 'cells'>) => {
    const cell = `${columnName(COLUMNS.findIndex(([name]) => name === column))}${String(row)}`;
    const key = JSON.stringify(rule);
    const same = rules.get(key);
    if (same) same.cells.push(cell);
    else rules.set(key, { ...rule, cells: [cell] });
  };
  for (const [index, { indicator }] of rows.entries()) {
    const row = index + 2;
    const { kind, ratio, min, max } = indicator;
    if (ratio) {
      add('numerator', row, { ...number, between: COUNT });
      add('denominator', row, { ...number, between: COUNT });
    } else if (kind === 'MILESTONE') add('value', row, { ...number, list: '"0,1,2,3,4,5"' });
    else add('value', row, { ...number, between: [Number(min ?? 0), Number(max ?? 1e15)] });
    if (kind === 'MILESTONE') add('basis', row, bases);
    add('status', row, statuses);
  }
  return [...rules.values()];
}

/** At most 15 digits, which a spreadsheet's number carries without loss. */
const figure = (text: string | null | undefined): number | null =>
  text == null ? null : Number(text);

/** Never a formula, whatever a comment holds (OWASP ASVS 1.2.10). */
function safe(text: string | null | undefined): string | null {
  if (text == null) return null;
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

function lists({ t, basis }: TemplateFacts): Sheet {
  const rows = STATUSES.map((code, at) => {
    const base = FACT_BASES[at];
    return [t(`template.status.${code}`), code, ...(base ? [basis[base], base] : [])];
  });
  return { name: LISTS_SHEET, hidden: true, widths: [], rows };
}

function meta({ area, cycle, lang, release, rows }: TemplateFacts): Sheet {
  const locked = rows.map(
    ({ indicator, part, label }) => `${indicator.code} ${breakdownText(part, label)}`,
  );
  const facts = metaOf({ area, cycle: String(cycle), lang, release, checksum: checksumOf(locked) });
  return { name: META_SHEET, hidden: true, widths: [], rows: Object.entries(facts) };
}
