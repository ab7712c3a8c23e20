import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { example, SITE, text } from './examples.fixture.ts';
import { COLUMNS } from './formats/columns.ts';
import { READ_BACK } from './read-back.fixture.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

describe('the examples of docs/api.md', () => {
  it('are right in R: its addresses answer with a table of the columns that it names', async () => {
    const code = example('r');
    const [url] = /(?<=read\.csv\(")[^"]+/.exec(code) ?? [];
    const answer = await test.http(url?.replace(SITE, '') ?? '');
    const lines = (await READ_BACK['csv']?.(answer.rawPayload)) ?? [];
    expect(lines.length).toBeGreaterThan(5);
    const named = [
      ...[...code.matchAll(/totals\$(\w+)/g)].map(([, name]) => name),
      ...[...code.matchAll(/(\w+) == /g)].map(([, name]) => name),
      ...[...(/c\(([^)]+)\)/.exec(code)?.[1] ?? '').matchAll(/"(\w+)"/g)].map(([, name]) => name),
    ];
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => name === undefined || !(name in (lines[0] ?? {})))).toEqual([]);
  });

  it('and its addresses and columns are all there are', async () => {
    const rows = [...text.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) +\|/gm)].map(([, cell]) =>
      [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? ''),
    );
    const named = rows.flat();
    const columns = COLUMNS.map(({ name }) => name as string);
    expect(named.filter((name) => columns.includes(name) && name !== 'release')).toEqual(
      columns.filter((name) => name !== 'release'),
    );
    for (const url of named.filter((name) => /^\/(data|sdmx|iati|dhis2)\//.test(name)))
      expect([url, (await test.http(url)).statusCode]).toEqual([url, 200]);
  });
});
