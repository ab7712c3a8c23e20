import { expect, type Page } from '@playwright/test';
import { words } from './words.ts';

interface PartCell {
  editable: boolean;
  current: { value: string | null; factDate?: string | null; provision?: string | null } | null;
}

export interface Cell extends PartCell {
  indicator: string;
  /** For a law, which is in the return element by element. */
  element: { code: string } | null;
  names: { lang: string; text: string }[];
  kind: string;
  unit: string;
  max: string | null;
  ratio: boolean;
  version: number;
  /** The table of parts, if the value is collected by parts. */
  table: { cells: PartCell[] } | null;
  history: { year: number; value: string | null }[];
}

const query = `query Cells($area: ID!, $cycle: Int!) {
  returnForm(area: $area, cycle: $cycle, lang: en) {
    cells {
      indicator element { code } kind unit max ratio version editable
      names { lang text }
      current { value factDate provision }
      history { year value }
      table { cells { editable current { value } } }
    }
  }
}`;

/** The cells of a return as the server has them, for the signed-in person. */
export async function cellsOf(page: Page, area: string, cycle: number): Promise<Cell[]> {
  const response = await page.request.post('/work/graphql', {
    headers: { 'x-qadam': '1' },
    data: { query, variables: { area, cycle } },
  });
  const { data } = (await response.json()) as { data: { returnForm: { cells: Cell[] } } };
  return data.returnForm.cells;
}

/** The code of a row: of an indicator, or of an element of a law. */
export const codeOf = ({ indicator, element }: Cell): string => element?.code ?? indicator;

/** Is the cell still empty, and can it be filled in now? */
export const isOpen = ({ editable, current }: PartCell): boolean => editable && current === null;

/** The cells together with their parts: everything that can be filled in. */
export const withParts = (cells: readonly Cell[]): PartCell[] =>
  cells.flatMap((cell) => [cell, ...(cell.table?.cells ?? [])]);

/** Collects the indicator of every save that the page sends. */
export function watchSaves(page: Page): string[] {
  const saves: string[] = [];
  page.on('request', (request) => {
    const body = request.method() === 'POST' ? (request.postData() ?? '') : '';
    if (!body.includes('mutation SaveValue')) return;
    const { variables } = JSON.parse(body) as { variables: { input: { indicator: string } } };
    saves.push(variables.input.indicator);
  });
  return saves;
}

export async function expectAllSaved(page: Page, lang = 'en'): Promise<void> {
  const said = words(lang, 'desk')('form.saving.SAVED');
  await expect(page.getByText(said, { exact: true })).toBeVisible({ timeout: 60_000 });
}
