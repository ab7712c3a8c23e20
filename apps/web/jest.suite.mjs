// What a spec in the browser imports as '@jest/globals', read anew for each: it makes the window as new and registers what goes with every test.
import { cleanup, configure } from '@testing-library/react';
import { newTab, uncaught } from './jest.browser.mjs';

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } =
  globalThis;

jest.restoreAllMocks();
await newTab();
// A busy machine is slow, and no spec is about how slow: what does not come fails after ten seconds, what hangs ends after a minute.
configure({ asyncUtilTimeout: 10_000 });
let hangs;
beforeEach(() => {
  hangs = setTimeout(() => {
    process.removeAllListeners('uncaughtException'); // ends the thread, and so the spec
    throw new Error(`This test hangs: ${expect.getState().currentTestName}`);
  }, 60_000);
});
afterEach(() => clearTimeout(hangs));
// by itself Testing Library does it only in the spec that reads it first
afterEach(cleanup);
afterEach(() => {
  if (uncaught.length > 0) throw uncaught.splice(0)[0];
});
