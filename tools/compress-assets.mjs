// Writes x.br beside every script, stylesheet and drawing of the pages; @fastify/static sends it (preCompressed). Only what has none yet: names carry a hash.
import { existsSync, globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

setPriority(10); // beside a server that has just started
const compress = promisify(brotliCompress);
const assets = path.join(import.meta.dirname, '../apps/web/dist/client/assets');
await Promise.all(
  globSync('*.{js,css,svg}', { cwd: assets })
    .map((name) => path.join(assets, name))
    .filter((file) => !existsSync(`${file}.br`))
    .map(async (file) => writeFile(`${file}.br`, await compress(await readFile(file)))),
);
