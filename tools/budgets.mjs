// Checks the sizes of what a reader downloads against budgets: brotli sizes of the files in the build's manifest, by page and by language.
// `node tools/budgets.mjs [dist/client]` after a build; exits with 1 if anything is over its budget.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ownShare } from './own-share.mjs';

const root = path.join(import.meta.dirname, '..');
const dist = path.resolve(root, process.argv[2] ?? 'apps/web/dist/client');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
const languages = readdirSync(path.join(root, 'libs/i18n/src/catalogs'));
const entry = 'src/entry-client.tsx';
/** The pages for readers, each of which is a chunk of its own. */
const readerPages = [
  'about',
  'accessibility',
  'action',
  'api',
  'brief',
  'changes',
  'compare',
  'countries',
  'country',
  'data',
  'embed',
  'glossary',
  'graphql',
  'help',
  'indicator',
  'indicators',
  'licences',
  'methods',
  'news',
  'overview',
  'privacy',
  'quality',
  'release',
  'releases',
  'report-error',
  'search',
].map((name) => `src/pages/${name}-page.tsx`);
/** The only chunks that may import the drawing library. */
const charts = ['line/line', 'lanes/lanes', 'scatter/scatter-plot'].map(
  (name) => `src/charts/${name}.tsx`,
);
const catalogs = ['public', 'about', 'site', 'brief', 'charts', 'compare', 'levels'];

const sizes = new Map();
const sizeOf = (file) => {
  if (!sizes.has(file)) {
    const bytes = readFileSync(path.join(dist, file));
    sizes.set(file, file.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length);
  }
  return sizes.get(file);
};
/** Is the chunk loaded on its own, not only as a part of others? */
const isEntry = (key) => manifest[key].isEntry || manifest[key].isDynamicEntry;
const sum = (files) => [...files].reduce((total, file) => total + sizeOf(file), 0);

/** A chunk and everything it imports before it can run. */
function closure(...keys) {
  const seen = new Set();
  const add = (key) => {
    if (seen.has(key)) return;
    const chunk = manifest[key];
    if (chunk === undefined)
      throw new Error(`The build has no ${key}: bring tools/budgets.mjs up to date.`);
    seen.add(key);
    chunk.imports?.forEach(add);
  };
  keys.forEach(add);
  return seen;
}
const scripts = (keys) => new Set([...keys].map((key) => manifest[key].file));
const styles = (keys) => new Set([...keys].flatMap((key) => manifest[key].css ?? []));

let over = 0;
function hold(title, bytes, limit) {
  const fits = bytes <= limit * 1000;
  if (!fits) over++;
  const size = (bytes / 1000).toFixed(1).padStart(7);
  console.log(
    `${size} of ${String(limit).padStart(3)} kB  ${title}${fits ? '' : '   OVER BUDGET'}`,
  );
}
function must(title, holds) {
  if (!holds) over++;
  console.log(`               ${title}${holds ? '' : '   DOES NOT HOLD'}`);
}

const largest = readerPages
  .map((page) => ({ page, keys: closure(entry, page) }))
  .map(({ page, keys }) => ({ page, keys, js: sum(scripts(keys)), css: sum(styles(keys)) }));
const widest = largest.reduce((a, b) => (a.js > b.js ? a : b));
const most = largest.reduce((a, b) => (a.css > b.css ? a : b));
const named = (page) => path.basename(page, '.tsx');
const started = closure(entry);
const own = [...scripts(started)].reduce(
  (total, file) => total + sizeOf(file) * ownShare(path.join(dist, file)),
  0,
);
hold('scripts that every page starts with', sum(scripts(started)), 120);
hold('  our own part of them', own, 18);
hold(`scripts of the largest page for readers (${named(widest.page)})`, widest.js, 190);
hold(`styles of the largest (${named(most.page)})`, most.css, 15);

const drawing = [...closure(...charts)].filter((key) => !started.has(key));
hold('what a chart adds', sum(scripts(drawing)), 115);
const sourcesOf = (file) => {
  const map = path.join(dist, `${file}.map`);
  return existsSync(map) ? JSON.parse(readFileSync(map, 'utf8')).sources : [];
};
const carries = (keys, library) =>
  [...scripts(keys)].some((file) => sourcesOf(file).some((name) => name.includes(library)));
must(
  'the drawing library comes with a chart, and only with one',
  Object.keys(manifest)
    .filter((key) => isEntry(key))
    .every((key) => charts.includes(key) === carries(closure(key), 'recharts')),
);
must(
  "Apollo's client comes only with a desk",
  largest.every(({ keys }) => !carries(keys, '@apollo')),
);
must(
  'the components of the desks come only with a desk',
  largest.every(({ keys }) => !carries(keys, '@mantine')),
);

const editor = 'src/features/graphql/tools.ts';
const editing = [...closure(editor)].filter((key) => !started.has(key));
hold('what the editor of queries adds', sum(scripts(editing)), 160);
must(
  'the editor comes only with the page for trying queries, after it',
  Object.keys(manifest)
    .filter((key) => isEntry(key))
    .every((key) => (key === editor) === carries(closure(key), '@codemirror')),
);

for (const name of catalogs) {
  const each = languages.map((language) => ({
    language,
    size: sizeOf(manifest[`../../libs/i18n/src/catalogs/${language}/${name}.json`].file),
  }));
  const heaviest = each.reduce((a, b) => (a.size > b.size ? a : b));
  hold(`catalog ${name} (${heaviest.language}, the largest of six)`, heaviest.size, 12);
}
for (const language of languages) {
  const files = subsetsOf(language);
  hold(`typeface in ${language}: ${files.length} parts`, sum(files), 60);
}
if (over > 0) {
  console.error(`\n${over} over budget`);
  process.exit(1);
}

/** The parts of the typeface whose letters a language's catalogs use. */
function subsetsOf(language) {
  const letters = catalogs.flatMap((name) => [
    ...readFileSync(path.join(root, `libs/i18n/src/catalogs/${language}/${name}.json`), 'utf8'),
  ]);
  const codes = new Set(letters.map((letter) => letter.codePointAt(0)));
  const faces = readFileSync(path.join(root, 'apps/web/src/theme/fonts.css'), 'utf8')
    .split('@font-face')
    .slice(1)
    // faces without a unicode-range are fonts of the device, which nobody downloads
    .filter((face) => face.includes('unicode-range'));
  return faces
    .filter((face) =>
      rangesOf(face).some(([from, to]) => [...codes].some((code) => code >= from && code <= to)),
    )
    .map((face) => manifest[`../../node_modules/${/url\('([^']+)'/.exec(face)[1]}`].file);
}
function rangesOf(face) {
  const [, list] = /unicode-range:([^;]+);/.exec(face);
  return list.split(',').map((part) => {
    const [from, to = from] = part.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
