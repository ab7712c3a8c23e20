// Comments cite the design by document and section ("methods.md 2.6"). Prints the citations of which there is none and exits with 1.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const sections = new Map(
  globSync('docs/design/*.md', { cwd: root }).map((file) => [
    path.basename(file, '.md'),
    new Set(
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/^#+ (\d+(?:\.\d+)?)/gm)].map(
        ([, number]) => number,
      ),
    ),
  ]),
);
const CITATION = /(?<![\w/-])([a-z-]+)\.md(?: (\d+(?:\.\d+)?))?/g;

const lost = [];
for (const file of globSync('{apps,libs,tools,e2e}/**/*.{ts,tsx,mjs,css}', {
  cwd: root,
  exclude: (name) => ['node_modules', 'dist', 'out-tsc'].includes(path.basename(name)),
}))
  for (const [cited, document, section] of readFileSync(path.join(root, file), 'utf8').matchAll(
    CITATION,
  )) {
    const known = sections.get(document);
    if (!known || (section !== undefined && !known.has(section))) lost.push(`${file}: ${cited}`);
  }
if (lost.length > 0) {
  console.error(`These lead nowhere in docs/design:\n${lost.join('\n')}`);
  process.exit(1);
}
