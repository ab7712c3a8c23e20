import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

async function answer<T>(query: string): Promise<T> {
  const { data, errors } = await test.publicQuery<T>(query);
  expect(errors).toBeUndefined();
  return data as T;
}

it('figures alone say of every indicator what its page says of them', async () => {
  const { indicators } = await answer<{ indicators: { indicators: { code: string }[] } }>(
    '{ indicators(lang: en) { indicators { code } } }',
  );
  const codes = indicators.indicators.map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(10);
  for (const area of ['', ', area: "KAZ"', ', area: "CA4"', ', release: "2026.1"'])
    for (const code of [...codes, 'NONE']) {
      const asked = (more: string) =>
        answer(
          `{ indicator(code: "${code}", lang: en${area}) { series { area values { year value obsStatus ${more} } } } }`,
        );
      const whole = JSON.stringify(await asked('progress'), (name, value: unknown) =>
        name === 'progress' ? undefined : value,
      );
      expect(await asked('')).toEqual(JSON.parse(whole));
    }
});
