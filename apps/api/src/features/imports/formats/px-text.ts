import { decodeText, hasLostLetters } from '@qadam/domain';
import { unreadable } from '../import-problem.ts';

/**
 * The text of a PC-Axis file. If the bytes are valid UTF-8, they are read so, whatever code page the file names. Otherwise the page counts, unless
 * it has no Cyrillic letters and the file's language needs them: people often leave the page that the program set.
 */
export function decodePx(bytes: Uint8Array): { text: string; isGuessed: boolean } {
  const { encoding, text } = decodeText(bytes);
  if (encoding !== 'windows-1251') return { text, isGuessed: false };
  // keywords are ASCII in any code page
  const page = CODEPAGE.exec(text)?.[1]?.replace(/^(?:cp)?(?=125\d$)/i, 'windows-') ?? '';
  const isCyrillic = CYRILLIC.test(/^LANGUAGE="([^"]{1,20})"/m.exec(text)?.[1] ?? '');
  const said = isCyrillic && WESTERN.test(page) ? null : decodedBy(page, bytes);
  if (said === null && hasLostLetters(text)) throw unreadable('LOST_LETTERS');
  return { text: said ?? text, isGuessed: said === null };
}

const CODEPAGE = /^CODEPAGE="([^"]{1,40})"/m;
const CYRILLIC = /^(?:ru|kk|ky|tg|uz)/i;
const WESTERN = /^(?:iso-8859-(?:1|15)|windows-1252|latin1|us-ascii)$/i;

/** The text in a code page; null if the page is unknown, or if the bytes are not valid in it. */
function decodedBy(page: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(page, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The statements of a PC-Axis file: keywords with their values. */
export interface PxStatements {
  /** The texts of a keyword for one language and one variable or value; null if the file has no such statement. */
  textsOf: (keyword: string, language?: string, of?: string) => string[] | null;
  /** The value as written, which may be something other than texts. */
  rawOf: (keyword: string, language?: string, of?: string) => string | null;
  /** The languages of the statements; the default language is `''`, as statements do not name it. */
  languages: ReadonlySet<string>;
  /** The position in the text at which the cells begin. */
  data: number;
}

const KEYWORD =
  /\s*([A-Z][A-Z\d-]{0,40})(?:\[([\w-]{1,20})\])?(?:\(((?:"[^"]*"|[^")]){0,1000})\))?\s*=\s*/y;
/** The keywords that are kept. Others are skipped, as a file may have notes on a million cells. */
const READ = new Set([
  ...['STUB', 'HEADING', 'VALUES', 'CODES', 'KEYS', 'TIMEVAL', 'CONTVARIABLE', 'ELIMINATION'],
  ...['UNITS', 'CONTENTS', 'TITLE', 'DESCRIPTION', 'MAP', 'VARIABLE-TYPE'],
]);
const keyOf = (keyword: string, language: string, of: string): string =>
  [keyword, language, of].join('\n');

/** Reads the statements `KEYWORD[language]("of")=value;` up to the cells. */
export function statementsOf(text: string): PxStatements {
  const values = new Map<string, string>();
  const languages = new Set<string>();
  let at = 0;
  for (;;) {
    KEYWORD.lastIndex = at;
    const found = KEYWORD.exec(text);
    if (found === null) {
      if (text.slice(at, at + 1000).trim() === '') throw unreadable('PX_KEYWORD', { key: 'DATA' });
      throw brokenAt(text, at);
    }
    const [head, keyword = '', language = '', of = ''] = found;
    const from = at + head.length;
    if (keyword === 'DATA') {
      const rawOf: PxStatements['rawOf'] = (keyword, language = '', of = '') =>
        values.get(keyOf(keyword, language, of)) ?? null;
      const textsOf: PxStatements['textsOf'] = (...asked) => {
        const raw = rawOf(...asked);
        return raw === null ? null : textsIn(raw);
      };
      return { textsOf, rawOf, languages, data: from };
    }
    const end = endOf(text, from);
    if (end === null) throw brokenAt(text, from);
    if (READ.has(keyword)) {
      values.set(keyOf(keyword, language, textsIn(of).join('\n')), text.slice(from, end));
      languages.add(language);
    }
    at = end + 1;
  }
}

const brokenAt = (text: string, at: number) =>
  unreadable('PX_BROKEN', {}, { row: text.slice(0, at).split('\n').length });

/** The position of the semicolon behind a value; null if there is none, as when a text is not closed. */
function endOf(text: string, from: number): number | null {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '"') isQuoted = !isQuoted;
    else if (mark === ';' && !isQuoted) return at;
  }
  return null;
}

/** Reads `"one","two"`; a long text may be split over lines, each in its own quotation marks. */
function textsIn(raw: string): string[] {
  const texts = [''];
  for (const [token, quoted] of raw.matchAll(/"([^"]*)"|,|[^\s",]+/g)) {
    if (token === ',') texts.push('');
    else texts.push((texts.pop() ?? '') + (quoted ?? token));
  }
  return texts.map((text) => text.trim());
}

/** The mark for the end of a file that DOS programs write. */
const END_OF_DOS = '\u001A';

/** The cells one after the other; commas, semicolons and spaces all separate them. */
export function* cellsIn(text: string, from: number): Iterable<string> {
  const cell = /"([^"]*)"|"|[^\s,;"]+/g;
  cell.lastIndex = from;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [token, quoted] = found;
    if (token === '"') throw brokenAt(text, found.index);
    if (token === END_OF_DOS) return;
    yield (quoted ?? token).trim();
  }
}
