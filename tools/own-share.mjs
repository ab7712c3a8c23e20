import { existsSync, readFileSync } from 'node:fs';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Map([...digits].map((digit, value) => [digit, value]));

/** The numbers of one segment of a source map (base 64, five bits a digit, the lowest bit the sign). */
function numbersOf(segment) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = valueOf.get(digit);
    value += (bits & 31) * 2 ** shift;
    if (bits & 32) {
      shift += 5;
      continue;
    }
    numbers.push(value % 2 ? -(value - 1) / 2 : value / 2);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** The share (0 to 1) of a script that is our own code and not a library's, by the characters that its source map assigns to each file. */
export function ownShare(file) {
  if (!existsSync(`${file}.map`)) return 0; // the bundler's own helpers have no source
  const { mappings, sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  const lines = readFileSync(file, 'utf8').split('\n');
  let source = 0;
  let own = 0;
  let all = 0;
  mappings.split(';').forEach((segments, row) => {
    const width = lines[row]?.length ?? 0;
    let column = 0;
    const marks = segments
      .split(',')
      .filter((segment) => segment !== '')
      .map((segment) => {
        const [step, jump] = numbersOf(segment);
        column += step;
        source += jump ?? 0;
        return { column, own: jump !== undefined && !sources[source].includes('node_modules') };
      });
    marks.forEach((mark, i) => {
      const length = (marks[i + 1]?.column ?? width) - mark.column;
      all += length;
      if (mark.own) own += length;
    });
  });
  return all === 0 ? 1 : own / all;
}
