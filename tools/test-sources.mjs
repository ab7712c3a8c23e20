// Jest's light runner loads specs with Node's own loader; this lets it load TypeScript sources.
import { registerHooks } from 'node:module';
import './run-sources.mjs';

// so that errors name the line in the source
process.setSourceMapsEnabled(true);

// This runner gives specs their functions as globals, but specs import them by name, for the types.
const globals = `export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globalThis;`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: `data:text/javascript,${encodeURIComponent(globals)}`, shortCircuit: true }
      : next(specifier, context),
});
