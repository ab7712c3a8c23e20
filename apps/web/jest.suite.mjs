// What a spec with a browser imports as '@jest/globals'. It is loaded anew for each spec: it resets the window and
// registers what goes with every test.
import { cleanup, configure } from '@testing-library/react';
import { newTab, uncaught } from './jest.browser.mjs';

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } =
  globalThis;

jest.restoreAllMocks();
await newTab();
// A busy machine is slow, and no spec is about speed: what is waited for may take ten seconds, a whole test one minute.
configure({ asyncUtilTimeout: 10_000 });
let hangs;
beforeEach(() => {
  hangs = setTimeout(() => {
    process.removeAllListeners('uncaughtException'); // ends the thread, and so the spec
    throw new Error(`This test hangs: ${expect.getState().currentTestName}`);
  }, 60_000);
});
afterEach(() => clearTimeout(hangs));
// Testing Library registers this by itself only for the first spec that imports it
afterEach(cleanup);
afterEach(() => {
  if (uncaught.length > 0) throw uncaught.splice(0)[0];
});
