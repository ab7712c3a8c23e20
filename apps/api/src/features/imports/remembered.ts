/** Of one lookup; the thread as a whole is bounded by its heap. A file of which every text is another one, or a long one, must not fill the memory. */
const MOST = 10_000;
const LONGEST = 200;

let file = 0;

/** A thread reads one file after another: what was remembered of the one before is forgotten. */
export function beginFile(): void {
  file += 1;
}

/** The same function of a text, with its answers kept: a file says most of its texts in thousands of rows. */
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
