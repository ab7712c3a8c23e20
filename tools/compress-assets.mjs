// Writes a .br file beside every script, stylesheet and drawing of the pages; @fastify/static sends these (preCompressed). A file that
// has one already is skipped: names carry a hash, so its content is the same.
import { existsSync, globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
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
    .map(async (file) => writeFile(`${file}.br`, await compress(await readFile(file)))),
);
