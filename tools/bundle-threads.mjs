// Puts the code of each thread into one file: the 300 modules of one that reads files or plans releases take longer to load one by
// one than most files take to read. What it may load later lies beside it: with the texts of all languages the file would
// be five times as large. Of a build; specs bundle the sources as they are (`apps/api/jest.global-setup.mjs`).
import { globSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const root = path.join(import.meta.dirname, '..');
const sources = path.join(root, 'apps/api/src');

/** As the module is called, so that none is left over where it changes. What several modules share is none. */
const fileNameOf = (module) =>
  `${path.relative(root, module ?? 'shared').replaceAll(path.sep, '~')}.js`;

/** Into `folder`, each where its source stands below `apps/api/src`. */
export async function bundleThreads(folder) {
  for (const file of globSync('**/*.worker.ts', { cwd: sources })) {
    const bundle = await rolldown({
      input: path.join(sources, file),
      platform: 'node',
      resolve: { conditionNames: ['@qadam/source', 'node', 'import'] },
    });
    const { dir, name } = path.parse(file);
    await bundle.write({
      dir: path.join(folder, dir),
      entryFileNames: `${name}.js`,
      chunkFileNames: ({ facadeModuleId }) => `${name}/${fileNameOf(facadeModuleId)}`,
      sourcemap: true,
    });
  }
}

if (import.meta.main) await bundleThreads(path.join(sources, '../dist'));
