/** The most answers that one lookup keeps, so that a file with many different or long texts cannot fill the memory. */
const MOST = 10_000;
const LONGEST = 200;

let file = 0;

/** A thread reads one file after another; this makes the lookups forget the answers for the previous file. */
export function beginFile(): void {
  file += 1;
}

/** The same function with a cache, because a file repeats most of its texts in thousands of rows. */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  let knownOf = file;
  return (text) => {
    if (knownOf !== file) known.clear();
    knownOf = file;
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (known.size < MOST && text.length <= LONGEST) known.set(text, answer);
    return answer;
  };
}
