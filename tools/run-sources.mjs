// `node --import ./tools/run-sources.mjs …` runs the server from its sources: each file is stripped of its types when it is imported, so that
// a start waits for no compiler. Worker threads inherit it.
import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';
import { swcOptions } from './swc.mjs';

if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `Qadam runs on Node 24 or newer; this is ${process.versions.node}. Where npm finds one for this system, \`npm install\` brings it.`,
  );
  process.exit(1);
}

modules.registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: ['@qadam/source', ...context.conditions] }),
  load(url, context, next) {
    const { protocol, pathname } = new URL(url);
    if (protocol !== 'file:' || !/\.tsx?$/.test(pathname)) return next(url, context);
    const filename = fileURLToPath(url);
    const sourceMaps = process.sourceMapsEnabled && 'inline';
    const options = { ...swcOptions, filename, sourceMaps };
    const { code } = transformSync(readFileSync(filename, 'utf8'), options);
    return { format: 'module', source: code, shortCircuit: true };
  },
});
