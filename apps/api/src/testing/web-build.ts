import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The smallest build of the web that can be served; `entry` renders its pages. */
export async function makeWebBuild(
  entry: string,
): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(path.join(tmpdir(), 'qadam-web-'));
  for (const folder of ['server', 'client/.vite', 'client/assets/fonts'])
    await mkdir(path.join(root, folder), { recursive: true });
  await writeFile(path.join(root, 'package.json'), '{ "type": "module" }');
  await writeFile(path.join(root, 'server/entry-server.js'), entry);
  await writeFile(path.join(root, 'client/.vite/manifest.json'), '{}');
  for (const file of ['color-scheme.js', 'assets/icon.svg'])
    await writeFile(path.join(root, 'client', file), '');
  return { root, remove: () => rm(root, { recursive: true }) };
}
