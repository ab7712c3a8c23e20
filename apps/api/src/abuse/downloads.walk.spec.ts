import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ExchangeService, type Opened } from '../features/exchange/exchange.service.ts';
import { TemplatesController } from '../features/imports/templates/templates.controller.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { rawRequest } from '../testing/raw-request.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await test.listen();
}, 120_000);
afterAll(() => test.stop());

describe('many downloads at once', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Passes the pages of every release that is opened for a file through `see`. */
  function through(see: (pages: Opened['pages']) => Opened['pages']): void {
    const exchange = test.app.get(ExchangeService, { strict: false });
    const open = exchange.open.bind(exchange);
    jest.spyOn(exchange, 'open').mockImplementation(async (...asked) => {
      const opened = await open(...asked);
      return { ...opened, pages: see(opened.pages) };
    });
  }

  it.each([
    '/data/all.xlsx',
    '/data/all.csv',
    '/data/all.json',
    '/dhis2/adx.xml',
    '/iati/activities.xml',
    '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*?format=csv',
  ])('of one file make it once, whole for all: %s', async (url) => {
    let made = 0;
    through(async function* (pages) {
      made += 1;
      yield* pages;
    });
    const answers = await Promise.all(Array.from({ length: 12 }, () => test.http(url)));
    const [first] = answers;
    expect(first?.rawPayload.length).toBeGreaterThan(10_000);
    const same = answers.map(
      ({ statusCode, rawPayload }) =>
        statusCode === 200 && rawPayload.equals(first?.rawPayload ?? Buffer.of()),
    );
    expect(new Set(same)).toEqual(new Set([true]));
    expect(made).toBeLessThanOrEqual(1);
    const length = String(first?.rawPayload.length);
    expect((await test.http(url)).headers['content-length']).toBe(length);
  });

  it('of different files read two pages at once, and none is refused', async () => {
    let [now, most] = [0, 0];
    through(async function* (pages) {
      for await (const page of pages) {
        most = Math.max(most, (now += 1));
        await new Promise(setImmediate);
        now -= 1;
        yield page;
      }
    });
    const urls = Array.from({ length: 12 }, (_, n) => `/data/all.csv?c=KGZ&t=${1990 + n}..2030`);
    const answers = await Promise.all(urls.map((url) => test.http(url)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(urls.map(() => 200));
    expect([most > 0, most <= 2]).toEqual([true, true]);
  });

  it('that fail on the way break off, and do not look like a whole file', async () => {
    // oxlint-disable-next-line typescript/require-await -- as pages are read
    through(async function* () {
      yield [];
      throw new Error('the database went away');
    });
    for (const url of ['/data/all.csv?c=KGZ', '/data/all.json?c=KGZ', '/dhis2/adx.xml?c=KGZ'])
      expect([url, (await rawRequest(test, url)).complete]).toEqual([url, false]);
    jest.restoreAllMocks();
    expect((await test.http('/data/all.csv?c=KGZ')).statusCode).toBe(200);
  });

  it('of templates are made two at once', async () => {
    const templates = test.app.get(TemplatesController, { strict: false });
    let [now, most] = [0, 0];
    const two = Promise.withResolvers<undefined>();
    jest.spyOn(templates, 'workbook').mockImplementation(async () => {
      most = Math.max(most, (now += 1));
      if (now === 2) two.resolve(undefined);
      await two.promise; // the first waits for the second, however late the second request arrives
      await new Promise(setImmediate);
      now -= 1;
      return Buffer.from('template');
    });
    const headers = { cookie: await test.cookie('reporter.kgz@demo.example') };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => test.http({ url: '/templates/KGZ/2025.xlsx', headers })),
    );
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['template']));
    expect(most).toBe(2);
  });
});
