import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface WebBuild {
  webRoot: string;
  remove: () => Promise<void>;
}

/** A build of the web with nothing in it but what makes the pages: `server`, as a module. */
export async function writeWebBuild(server: string): Promise<WebBuild> {
  const webRoot = await mkdtemp(path.join(tmpdir(), 'qadam-web-'));
  await mkdir(path.join(webRoot, 'server'), { recursive: true });
  await mkdir(path.join(webRoot, 'client/.vite'), { recursive: true });
  await mkdir(path.join(webRoot, 'client/assets'), { recursive: true });
  await writeFile(path.join(webRoot, 'package.json'), '{ "type": "module" }');
  await writeFile(path.join(webRoot, 'server/entry-server.js'), server);
  await writeFile(path.join(webRoot, 'client/.vite/manifest.json'), '{}');
  await writeFile(path.join(webRoot, 'client/assets/color-scheme.js'), '');
  return { webRoot, remove: () => rm(webRoot, { recursive: true }) };
}
