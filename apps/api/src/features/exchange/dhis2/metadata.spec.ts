import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';

interface Described {
  id: string;
  code: string;
  name: string;
  shortName?: string;
  translations?: { property: string; locale: string; value: string }[];
}
type Package = Readonly<Record<string, (Described & Record<string, unknown>)[]>>;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await publishThird(test);
}, 120_000);
afterAll(() => test.stop());

async function read(search = ''): Promise<Package> {
  const answer = await test.http(`/dhis2/metadata.json${search}`);
  expect(answer.statusCode).toBe(200);
  // without `system`, the date of the package: everything else is a list
  return Object.fromEntries(
    Object.entries(answer.json<Package>()).filter(([name]) => name !== 'system'),
  );
}
const codes = (list: readonly Described[] = []) => new Set(list.map(({ code }) => code));

it('has every code that the values use', async () => {
  const lists = await read();
  const values = (await test.http('/dhis2/dataValueSets.json')).json<{
    dataSet: string;
    dataValues: { dataElement: string; orgUnit: string; categoryOptionCombo?: string }[];
  }>();
  expect(codes(lists['dataSets'])).toEqual(new Set([values.dataSet]));
  expect(values.dataValues.length).toBeGreaterThan(600);
  for (const { dataElement, orgUnit, categoryOptionCombo } of values.dataValues) {
    expect(codes(lists['dataElements'])).toContain(dataElement);
    expect(codes(lists['organisationUnits'])).toContain(orgUnit);
    if (categoryOptionCombo !== undefined)
      expect(codes(lists['categoryOptionCombos'])).toContain(categoryOptionCombo);
  }
});

it('refers to nothing that is not in it, by identifiers as DHIS2 has them, each once', async () => {
  const lists = await read();
  const all = Object.values(lists).flat();
  const known = new Set(all.map(({ id }) => id));
  expect(known.size).toBe(all.length);
  for (const id of known) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9]{10}$/);
  const missing: unknown[] = [];
  JSON.stringify(lists, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'id' in value)
      if (!known.has(String(value.id))) missing.push(value);
    return value;
  });
  expect(missing).toEqual([]);
  for (const { name, shortName = '' } of all) {
    expect(name.length).toBeLessThanOrEqual(230);
    expect(shortName.length).toBeLessThanOrEqual(50);
  }
  for (const list of Object.values(lists)) {
    expect(codes(list).size).toBe(list.length);
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  }
});

it('keeps its identifiers from release to release', async () => {
  const [older, newer] = [await read('?release=2026.1'), await read()];
  const idOf = (lists: Package, kind: string, code: string) =>
    lists[kind]?.find((one) => one.code === code)?.id;
  for (const kind of ['dataElements', 'organisationUnits', 'categories', 'dataSets'])
    for (const { code, id } of older[kind] ?? []) expect(idOf(newer, kind, code) ?? id).toBe(id);
  expect(idOf(newer, 'dataElements', 'A4_2')).toBe(idOf(older, 'dataElements', 'A4_2'));
});

it('has the places below one another, and names in every language', async () => {
  const lists = await read();
  const units = lists['organisationUnits'] ?? [];
  const at = (code: string) => units.find((one) => one.code === code);
  expect(at('KG-B')).toMatchObject({ parent: { id: at('KG')?.id } });
  expect(at('KG')).toMatchObject({ parent: { id: at('CA4')?.id } });
  expect(at('CA4')).not.toHaveProperty('parent');
  const names = at('KG')?.translations?.filter(({ property }) => property === 'NAME') ?? [];
  expect(names.map(({ locale }) => locale)).toEqual(['ru', 'kk', 'ky', 'tg', 'uz']);
  expect(names[0]?.value).toBe('KG: Кыргызстан');
});
