// Puts the code of each thread into one file: a thread starts anew for every import and every plan of a release, and its 300 modules one by
// one take longer to load than most files take to read. What it loads later lies beside it: the texts of all languages would be four fifths. Of a build; specs bundle the sources as they are (`apps/api/jest.global-setup.mjs`).
import { globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const sources = path.join(import.meta.dirname, '../apps/api/src');

/** Into `folder`, each where its source stands below `apps/api/src`. */
export async function bundleThreads(folder) {
  for (const file of globSync('**/*.worker.ts', { cwd: sources })) {
    const bundle = await rolldown({
      input: path.join(sources, file),
      platform: 'node',
      resolve: { conditionNames: ['@qadam/source', 'node', 'import'] },
    });
    const { dir, name } = path.parse(file);
    rmSync(path.join(folder, dir, name), { recursive: true, force: true });
    await bundle.write({
      dir: path.join(folder, dir),
      entryFileNames: `${name}.js`,
      chunkFileNames: `${name}/[name]-[hash].js`,
      sourcemap: true,
    });
  }
}

if (import.meta.main) await bundleThreads(path.join(sources, '../dist'));
