// Writes a .br file beside every script, stylesheet and drawing of the pages; @fastify/static sends these (preCompressed). A file that
// has one already is skipped: names carry a hash, so its content is the same.
import { existsSync, globSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

setPriority(10); // it runs beside a server that has just started
const compress = promisify(brotliCompress);
const assets = path.join(import.meta.dirname, '../apps/web/dist/client/assets');
await Promise.all(
  globSync('*.{js,css,svg}', { cwd: assets })
    .map((name) => path.join(assets, name))
    .filter((file) => !existsSync(`${file}.br`))
    .map(async (file) => {
      await writeFile(`${file}.br.part`, await compress(await readFile(file)));
      // the server sends a file as soon as it is there, and browsers keep it for a year: it must be whole
      await rename(`${file}.br.part`, `${file}.br`);
    }),
);
