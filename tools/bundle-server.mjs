// Puts the server into few files, `dist/main.js` and `dist/main~*.js`: loading its 3,800 modules one by one takes longer than all the rest of a
// later start. Run after the compiler, whose main.js it replaces; the commands of cli.js stay as they were compiled.
import { globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const root = path.join(import.meta.dirname, '..');
const api = path.join(root, 'apps/api');
const sources = path.join(api, 'src');
const dist = path.join(api, 'dist');

/** What is loaded from its own package: programs for the machine or WebAssembly, and what is not installed because nobody needs it. */
const OUTSIDE = [
  /^@electric-sql\//,
  /^@napi-rs\/canvas/,
  /^@node-rs\/argon2/,
  /^sharp$/,
  /^pg-native$/,
  /^@nestjs\/(microservices|websockets|platform-express)/,
  /^@apollo\/(gateway|subgraph)/,
  /^@as-integrations\/(express|koa)/,
  /^@fastify\/view/,
  /^class-(transformer|validator)/,
  /^ts-morph/,
];

const ANY_PLACE = /import\.meta\./;
const OTHER_PLACE = /import\.meta\.(?!(dirname|filename|url)\b)/;

/** All bundled files lie in `dist`, so a module's own place, from which it reads files, is given from there. */
const ownPlace = {
  name: 'own-place',
  transform(code, id) {
    const isOurs = id.startsWith(root) && !id.includes('/node_modules/');
    if (isOurs && (id.startsWith(sources) ? OTHER_PLACE : ANY_PLACE).test(code))
      throw new Error(`${id} asks for its own place in a way that this bundle does not know.`);
    if (!id.startsWith(sources) || !code.includes('import.meta.')) return null;
    const place = path.relative(sources, id).replaceAll(path.sep, '/').replace(/\.ts$/, '.js');
    const url = `new URL(${JSON.stringify(`./${place}`)}, import.meta.url)`;
    return code.replace(/import\.meta\.(dirname|filename|url)\b/g, (_all, part) =>
      part === 'url'
        ? `${url}.href`
        : `process.getBuiltinModule('node:url').fileURLToPath(${part === 'dirname' ? `new URL('.', ${url})` : url})`,
    );
  },
};

const bundle = await rolldown({
  input: path.join(sources, 'main.ts'),
  platform: 'node',
  tsconfig: path.join(api, 'tsconfig.json'),
  resolve: { conditionNames: ['@qadam/source', 'node'] },
  external: OUTSIDE,
  plugins: [ownPlace],
});
const { output } = await bundle.write({
  dir: dist,
  entryFileNames: 'main.js',
  chunkFileNames: 'main~[name].js',
  keepNames: true,
});
const written = new Set(output.map(({ fileName }) => fileName));
for (const old of globSync('main~*', { cwd: dist }))
  if (!written.has(old)) rmSync(path.join(dist, old));
