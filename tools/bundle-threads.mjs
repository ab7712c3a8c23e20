// Puts the code of each worker thread into one file, because the 300 modules of a thread that reads files or plans releases take longer
// to load one by one than most files take to read. Modules loaded later stay files beside it: with the texts of all languages the
// file would be five times as large. Run alone, it writes into the build; specs bundle too (`apps/api/jest.global-setup.mjs`).
import { globSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const root = path.join(import.meta.dirname, '..');
const sources = path.join(root, 'apps/api/src');

/** Named after the module and not its content, so that a changed module overwrites its old file. A shared chunk has no module. */
const fileNameOf = (module) =>
  `${path.relative(root, module ?? 'shared').replaceAll(path.sep, '~')}.js`;

/** Writes the bundles into `folder`, at the same path as their sources have below `apps/api/src`. */
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
