/** Breaks a text into lines that fit; a single long word, such as an address, is cut if necessary. */
export function wrapped(text: string, room: number, width: (part: string) => number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    let rest = word;
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? rest : `${last} ${rest}`;
    if (width(joined) <= room) {
      lines[lines.length - 1] = joined;
      continue;
    }
    if (last !== '') lines.push('');
    while (width(rest) > room && rest.length > 1) {
      let cut = rest.length - 1;
      while (cut > 1 && width(rest.slice(0, cut)) > room) cut--;
      lines[lines.length - 1] = rest.slice(0, cut);
      lines.push('');
      rest = rest.slice(cut);
    }
    lines[lines.length - 1] = rest;
  }
  return lines;
}
