/** Delimiters in the order that settles a tie. Source: methods.md 8.2. */
const DELIMITERS = [';', ',', '\t', '|'];

/** The most frequent delimiter of the first line, outside quotes. */
export function findDelimiter(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (isLineEnd(character)) break;
    else counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const count = (delimiter: string): number => counts.get(delimiter) ?? 0;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/**
 * The records of RFC 4180, one at a time: quoted fields may hold delimiters, line ends and doubled quotes. Lines end
 * with CR LF, LF or CR; an empty line is no record. A quote inside an unquoted field is a character, a
 * quoted field that is never closed ends with the file. `emptyLines`: they are records of one empty field.
 */
export function* readRecords(
  text: string,
  delimiter: string,
  { emptyLines = false } = {},
): Generator<string[]> {
  let at = 0;
  while (at < text.length) {
    const { record, end } = readRecord(text, at, delimiter);
    if (end > at || emptyLines) yield record;
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

function readRecord(
  text: string,
  start: number,
  delimiter: string,
): { record: string[]; end: number } {
  const record: string[] = [];
  let at = start;
  for (;;) {
    const { field, end } = readField(text, at, delimiter);
    record.push(field);
    if (text[end] !== delimiter) return { record, end };
    at = end + 1;
  }
}

function readField(text: string, start: number, delimiter: string): { field: string; end: number } {
  const { content, end: bare } = readQuoted(text, start);
  let end = bare;
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text.charAt(end))) end += 1;
  return { field: content + text.slice(bare, end), end };
}

function readQuoted(text: string, start: number): { content: string; end: number } {
  if (text[start] !== '"') return { content: '', end: start };
  let content = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { content: content + text.slice(from), end: text.length };
    content += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { content, end: quote + 1 };
    content += '"';
    from = quote + 2;
  }
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}
