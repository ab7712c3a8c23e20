// What a spec of the browser imports as '@jest/globals': read anew for each, before it.
import { cleanup, configure } from '@testing-library/react';
import { newTab, uncaught } from './jest.browser.mjs';

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } =
  globalThis;

jest.restoreAllMocks();
await newTab();
// A busy machine is slow, and no spec is about how slow: what never comes is told after ten seconds, what hangs after a minute.
configure({ asyncUtilTimeout: 10_000 });
let hangs;
beforeEach(() => {
  hangs = setTimeout(() => {
    process.removeAllListeners('uncaughtException');
    throw new Error(`This test hangs: ${expect.getState().currentTestName}`);
  }, 60_000);
});
afterEach(() => clearTimeout(hangs));
// Testing Library does it by itself only in the spec that reads it first
afterEach(cleanup);
afterEach(() => {
  if (uncaught.length > 0) throw uncaught.splice(0)[0];
});
