import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WITHDRAWN } from '@qadam/domain';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';

let test: TestApp;
/** The functions of the schema after all migrations. */
let sql: string;
beforeAll(async () => {
  test = await startTestApp();
  const functions = await test.em().execute<{ definition: string }[]>(
    `select pg_get_functiondef(oid) as definition from pg_proc
     where pronamespace = 'publication'::regnamespace order by proname`,
  );
  sql = functions.map(({ definition }) => definition).join('\n');
}, 60_000);
afterAll(() => test.stop());

const words = (list = '') => list.split(/[\s,{}']+/).filter((word) => word !== '');
const sorted = (list: readonly string[]) => [...list].sort();

/** The tables of the rule, with the columns that it empties; null: whole rows are removed. */
const rule = Object.entries(WITHDRAWN).map(
  ([table, columns]) => [table, columns === 'ROW' ? null : sorted(columns)] as const,
);

describe('what a withdrawal takes out of a release, by the rule and by the functions of the database', () => {
  it('is the same to the trigger that lets nothing else change', () => {
    const emptied = [...sql.matchAll(/when '(\w+)' then '(\{\w[^']*)'/g)].map(
      ([, table, columns]) =>
        [table, sorted(words(columns).filter((column) => column !== 'obs_status'))] as const,
    );
    const gone = words(/elsif recorded and tg_table_name in \(([^)]*)\)/.exec(sql)?.[1]);
    expect(sorted([...emptied.map(([table]) => table ?? ''), ...gone])).toEqual(
      sorted(rule.map(([table]) => table)),
    );
    expect(new Map(emptied)).toEqual(new Map(rule.filter(([, columns]) => columns !== null)));
  });

  it('is the same to the function that carries it out', () => {
    const changes = [
      ...sql.matchAll(/update publication\.(\w+) \w+ set ([\s\S]*?)\n\s+from work\.withdrawn_row/g),
    ].map(([, table, set = '']) => {
      const columns = set.replaceAll(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '');
      const named = [...columns.matchAll(/(\w+) = (?!a\.)/g)].map(([, column = '']) => column);
      return [table, sorted(named.filter((column) => column !== 'obs_status'))] as const;
    });
    expect(new Map(changes)).toEqual(new Map(rule.filter(([, columns]) => columns !== null)));
    const deleted = [...sql.matchAll(/delete from publication\.(\w+)/g)].map(([, table]) => table);
    expect(sorted(deleted.map(String))).toEqual(
      sorted(rule.flatMap(([table, columns]) => (columns === null ? [table] : []))),
    );
  });
});
