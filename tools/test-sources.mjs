// Jest's light runner reads specs with Node's own loader: this lets it read the sources.
import { registerHooks } from 'node:module';
import './run-sources.mjs';

// what fails names its line in the source
process.setSourceMapsEnabled(true);

// The functions of a spec are globals of this runner; specs import them by name, as types want it.
const globals = `export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globalThis;`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: `data:text/javascript,${encodeURIComponent(globals)}`, shortCircuit: true }
      : next(specifier, context),
});
