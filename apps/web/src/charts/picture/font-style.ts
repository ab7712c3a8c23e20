const family = 'Source Sans 3 Variable';

/** The parts of our typeface that hold the letters of a text, inside the picture itself: outside the page there is no other. */
export async function fontStyle(text: string): Promise<string> {
  const fontFaces = [...document.styleSheets]
    .filter((sheet) => sheet.href === null || sheet.href.startsWith(location.origin))
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => style.getPropertyValue('font-family').replaceAll(/["']/g, '') === family)
    .map(({ style }) => ({
      range: style.getPropertyValue('unicode-range'),
      url: /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1],
    }));
  const seen = new Set<string>();
  const rules: string[] = [];
  for (const { range, url } of fontFaces) {
    if (url === undefined || seen.has(url) || !holdsAnyOf(range, text)) continue;
    seen.add(url);
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    rules.push(
      `@font-face{font-family:'${family}';font-weight:200 900;font-display:swap;src:url(data:font/woff2;base64,${base64(bytes)}) format('woff2');unicode-range:${range}}`,
    );
  }
  return rules.join('');
}

/** Whether a CSS unicode-range ("U+0-FF, U+131") holds a letter of the text. */
export function holdsAnyOf(range: string, text: string): boolean {
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
  return Array.from(text).some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return spans.some(([from, to]) => code >= from && code <= to);
  });
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
