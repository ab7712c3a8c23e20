import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '@qadam/i18n';
import { inlineScript } from './page-policy.ts';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

const entry = 'src/entry-client.tsx';
const cyrillic = ['latin-wght', 'cyrillic-wght'];
const extended = [...cyrillic, 'cyrillic-ext-wght'];
/** Subsets of the typeface that a language's letters need at once. */
const subsets: Record<Language, string[]> = {
  en: ['latin-wght'],
  uz: ['latin-wght'],
  ru: cyrillic,
  kk: extended,
  ky: extended,
  tg: extended,
};

/** Reads the manifest of `vite build`: which files belong to which source file. */
export async function readPageAssets(clientRoot: string) {
  const text = await readFile(path.join(clientRoot, '.vite/manifest.json'), 'utf8');
  const manifest = new Map(Object.entries(JSON.parse(text) as Record<string, Chunk>));
  // inline, because nothing can be painted before it, and a request takes a phone 0.2 s
  const colors = await readFile(path.join(clientRoot, 'color-scheme.js'), 'utf8');
  const colorScheme = inlineScript(colors.replaceAll(/^ *\/\/.*\n/gm, ''));
  const sheets = new Map<string, string>();
  for (const file of new Set([...manifest.values()].flatMap((chunk) => chunk.css ?? []))) {
    sheets.set(file, await readFile(path.join(clientRoot, file), 'utf8'));
  }

  /** The files of a chunk and of everything that it imports statically. */
  function files(key: string, seen: Set<string>): { js: string[]; css: string[] } {
    const chunk = manifest.get(key);
    if (!chunk || seen.has(key)) return { js: [], css: [] };
    seen.add(key);
    const imported = (chunk.imports ?? []).map((name) => files(name, seen));
    return {
      js: [chunk.file, ...imported.flatMap((part) => part.js)],
      css: [...imported.flatMap((part) => part.css), ...(chunk.css ?? [])],
    };
  }

  function fonts(lang: Language): string[] {
    return subsets[lang].flatMap((subset) =>
      [...manifest]
        .filter(([key]) => key.endsWith(`source-sans-3-${subset}-normal.woff2`))
        .map(([, chunk]) => chunk.file),
    );
  }

  return {
    /** Files of the upright typeface, each with some of its letters. */
    fonts: [...manifest]
      .filter(([key]) => /source-sans-3-\S*-normal\.woff2$/.test(key))
      .map(([, chunk]) => path.join(clientRoot, chunk.file)),
    /** Head tags of a page: inline styles, preloads for scripts and fonts, the entry script last. */
    head(modules: readonly string[], lang: Language): string {
      const seen = new Set<string>();
      const parts = [entry, ...modules].map((key) => files(key, seen));
      const [first = '', ...rest] = parts.flatMap((part) => part.js);
      const css = [...new Set(parts.flatMap((part) => part.css))];
      return [
        colorScheme,
        ...fonts(lang).map(
          (file) => `<link rel="preload" href="/${file}" as="font" type="font/woff2" crossorigin>`,
        ),
        ...css.map(
          (file) =>
            // Vite fetches a style sheet with its page unless the document links to it: a disabled link is never fetched
            `<style>${sheets.get(file) ?? ''}</style><link rel="stylesheet" href="/${file}" disabled>`,
        ),
        ...rest.map((file) => `<link rel="modulepreload" href="/${file}">`),
        `<script type="module" src="/${first}"></script>`,
      ].join('');
    },
  };
}
