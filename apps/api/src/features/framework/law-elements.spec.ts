import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { codes, readSheet, saveSheet, type Sheet } from '../../testing/framework-desk.ts';
import { without } from './without.ts';

let api: TestApp;
const auditor = 'auditor@demo.example';

beforeAll(async () => {
  api = await startTestApp({ seed: 'framework' });
});
afterAll(() => api.stop());

describe('a law', () => {
  const written = (of: Sheet) => of.elements.map((one) => without(one, 'inUse'));
  const both = (en: string) => [
    { lang: 'en', text: en },
    { lang: 'ru', text: `${en} (ru)` },
  ];
  const added = {
    ...{ code: 'A2.1-BODY', instrument: null, origin: 'DEFINITION', counts: false },
    ...{ name: both('A body'), definition: both('Stage 4 when a body is named') },
  };

  it('gets an element with a reason only, which stays as a note on the method', async () => {
    const before = await readSheet(api, 'A2.1');
    const elements = [added, ...written(before)];
    expect(codes((await saveSheet(api, before, { elements })).payload)).toEqual([
      'ELEMENTS_REASON_REQUIRED reason',
    ]);
    const reason = 'The convention asks for one.';
    const { payload } = await saveSheet(api, before, { elements, reason });
    expect(codes(payload)).toEqual([]);
    expect(payload?.indicator.elements).toEqual([{ ...added, inUse: false }, ...before.elements]);
    const { data } = await api.work(
      auditor,
      `{ framework(lang: en) { notes { action indicator reason } } }`,
    );
    expect(data.framework.notes).toContainEqual({ action: null, indicator: 'A2.1', reason });
  });

  it('says its elements anew or in another order without one', async () => {
    const before = await readSheet(api, 'A2.1');
    const elements = written(before).toReversed();
    Object.assign(elements.at(-1) ?? {}, { name: both('A named body') });
    const { payload } = await saveSheet(api, before, { elements });
    expect(codes(payload)).toEqual([]);
    expect(payload?.indicator.elements.map(({ code }) => code)).toEqual(
      elements.map(({ code }) => code),
    );
  });

  it('keeps what a fact tells of, and loses what none does', async () => {
    const before = await readSheet(api, 'A2.1');
    const [used, unused] = [true, false].map((is) => before.elements.find((e) => e.inUse === is));
    expect(unused?.code).toBe('A2.1-BODY');
    const less = (code = '') => ({
      elements: written(before).filter((one) => one.code !== code),
      reason: 'To see',
    });
    expect(codes((await saveSheet(api, before, less(used?.code))).payload)).toEqual([
      'ELEMENT_IN_USE elements',
    ]);
    expect(await readSheet(api, 'A2.1')).toEqual(before);
    expect(codes((await saveSheet(api, before, less(unused?.code))).payload)).toEqual([]);
  });

  it.each([
    ['without an element', 'A6.1', [], 'ELEMENTS_OF_MILESTONES elements'],
    [
      'as a number with one',
      'A1.2',
      [{ ...added, code: 'A1.2-X' }],
      'ELEMENTS_OF_MILESTONES elements',
    ],
  ])('%s is refused', async (_what, code, elements, problem) => {
    const before = await readSheet(api, code);
    const { payload } = await saveSheet(api, before, { elements, reason: 'To see' });
    expect(codes(payload)).toContain(problem);
    expect(await readSheet(api, code)).toEqual(before);
  });
});
