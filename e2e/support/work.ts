import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

/** A request to the work API with the session of the page. */
export async function work<T>(page: Page, query: string, variables: object = {}): Promise<T> {
  const response = await page.request.post('/work/graphql', {
    headers: { 'x-qadam': '1' },
    data: { query, variables },
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Sends a mutation of the desks; fails if it is refused. */
export async function change(
  page: Page,
  name: string,
  type: string,
  input: object,
  fields = '',
): Promise<unknown> {
  const answer = await work<Record<string, { problems: { code: string }[] }>>(
    page,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} problems { code field } } }`,
    { input: { ...input, idempotencyKey: randomUUID() } },
  );
  expect(answer[name]?.problems, `${name} was refused`).toEqual([]);
  return answer[name];
}

interface OpenCell {
  indicator: string;
  version: number;
  id: string | null;
  editable: boolean;
  state: string;
  history: { year: number; value: string | null }[];
}

/** Saves the values of the last year again for this one and submits them, so that nothing about them is remarkable. */
export async function submitUnchanged(
  page: Page,
  area: string,
  cycle: number,
  indicators: readonly string[],
): Promise<void> {
  const { returnForm } = await work<{ returnForm: { cells: OpenCell[] } }>(
    page,
    `query ($area: ID!, $cycle: Int!) { returnForm(area: $area, cycle: $cycle, lang: en) {
       cells { indicator version id editable state history { year value } } } }`,
    { area, cycle },
  );
  const cells: { id: string; expectedVersion: number }[] = [];
  for (const { indicator, version, editable, state, history } of returnForm.cells) {
    const last = history.findLast(({ value }) => value !== null);
    const wanted = indicators.includes(indicator) && editable && state === 'EMPTY';
    if (!wanted || last === undefined) continue;
    const saved = (await change(
      page,
      'saveValue',
      'SaveValueInput',
      { area, cycle, indicator, expectedVersion: version, value: last.value },
      'cell { id version }',
    )) as { cell: { id: string; version: number } };
    cells.push({ id: saved.cell.id, expectedVersion: saved.cell.version });
  }
  await change(page, 'submitReturn', 'SubmitReturnInput', { area, cycle, cells });
}
