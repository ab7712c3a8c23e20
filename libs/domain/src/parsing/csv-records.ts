/** Delimiters in the order that settles a tie. Source: methods.md 8.2. */
const DELIMITERS = [';', ',', '\t', '|'];

const QUOTE = '"'.charCodeAt(0);
const LINE_FEED = '\n'.charCodeAt(0);
const CARRIAGE_RETURN = '\r'.charCodeAt(0);

/** How many lines with a delimiter are looked at. */
const LOOKED_AT = 20;

/** The delimiter found, outside quotes, in most of the first lines; then the most frequent. A title may have none, or commas. */
export function findDelimiter(text: string): string {
  const lines = new Map<string, number>();
  const counts = new Map<string, number>();
  let quoted = false;
  let line = new Set<string>();
  let seen = 0;
  const endLine = (): void => {
    for (const delimiter of line) lines.set(delimiter, (lines.get(delimiter) ?? 0) + 1);
    if (line.size > 0) seen += 1;
    line = new Set();
  };
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (isLineEnd(character)) endLine();
    else if (DELIMITERS.includes(character)) {
      line.add(character);
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    if (seen === LOOKED_AT) break;
  }
  endLine();
  const rank = (delimiter: string): number =>
    (lines.get(delimiter) ?? 0) * text.length + (counts.get(delimiter) ?? 0);
  return DELIMITERS.reduce((best, next) => (rank(next) > rank(best) ? next : best));
}

/**
 * The records of RFC 4180, one at a time: quoted fields may hold delimiters, line ends and doubled quotes. Lines end
 * with CR LF, LF or CR; an empty line is no record. A quote inside an unquoted field is a plain character, a
 * quoted field that is never closed ends with the file. `emptyLines`: empty lines are records of one empty field.
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
  // compares code units, because each character read from a string is a string of its own; a longer delimiter never matches
  const mark = delimiter.length === 1 ? delimiter.charCodeAt(0) : NaN;
  let at = start;
  for (;;) {
    const isQuoted = text.charCodeAt(at) === QUOTE;
    const { content, end: bare } = isQuoted ? readQuoted(text, at) : { content: '', end: at };
    let end = bare;
    while (end < text.length && !isEnd(text.charCodeAt(end), mark)) end += 1;
    record.push(isQuoted ? content + text.slice(bare, end) : text.slice(at, end));
    if (text.charCodeAt(end) !== mark) return { record, end };
    at = end + 1;
  }
}

/** Reads a quoted field from its opening quote at `start`; `end` is the place after its closing quote. */
function readQuoted(text: string, start: number): { content: string; end: number } {
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

const isEnd = (unit: number, mark: number): boolean =>
  unit === mark || unit === LINE_FEED || unit === CARRIAGE_RETURN;

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}
