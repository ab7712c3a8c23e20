import type { Page } from '@playwright/test';
import { cellsOf, codeOf } from './return-form.ts';
import { change, work } from './work.ts';

interface Saved {
  cell: { id: string; version: number };
}
interface Value {
  indicator: string;
  value: string;
  expectedVersion: number;
  part?: { breakdown: string };
  factDate?: string;
  provision?: string;
  sourceText?: string;
}

async function save(page: Page, area: string, value: Value): Promise<Saved['cell']> {
  const asked = { ...value, area, cycle: 2025 };
  const saved = await change(page, 'saveValue', 'SaveValueInput', asked, 'cell { id version }');
  return (saved as Saved).cell;
}

/** Saves a value and submits it. */
export async function handIn(page: Page, area: string, value: Value): Promise<void> {
  const { id, version: expectedVersion } = await save(page, area, value);
  const cells = [{ id, expectedVersion }];
  await change(page, 'submitReturn', 'SubmitReturnInput', { area, cycle: 2025, cells });
}

/** Names a source for the sample value that could not be submitted without one. */
export async function proveSample(page: Page, area: string): Promise<void> {
  if (area !== 'UZB') return;
  const draft = (await cellsOf(page, area, 2025)).find((cell) => codeOf(cell) === 'A3.1-PROT');
  await save(page, area, {
    ...{ indicator: 'A3.1', part: { breakdown: 'A3.1-PROT' }, value: '3' },
    ...{ factDate: '2025-10-06', provision: 'Draft resolution', sourceText: 'Official gazette' },
    expectedVersion: draft?.version ?? 0,
  });
}

interface Moved {
  indicator: string;
  element: string;
  before: string;
  after: string;
}

/** An element of a law that has an earlier stage and can still move: the words of that stage, and of the last one. */
export async function movedLaw(page: Page, area: string, lang: string): Promise<Moved> {
  const { returnForm } = await work<{
    returnForm: {
      cells: {
        indicator: string;
        element: { code: string } | null;
        editable: boolean;
        lastFact: { stage: number } | null;
        stages: { text: string }[] | null;
      }[];
    };
  }>(
    page,
    `query ($area: ID!, $lang: Language!) { returnForm(area: $area, cycle: 2025, lang: $lang) {
      cells { indicator element { code } editable lastFact { stage } stages { text } } } }`,
    { area, lang },
  );
  for (const { indicator, element, editable, lastFact, stages } of returnForm.cells) {
    const [before, after] = [stages?.[lastFact?.stage ?? 5]?.text, stages?.[5]?.text];
    if (!element || !editable || lastFact === null || before === undefined || !after) continue;
    if (before === after) continue;
    return { indicator, element: element.code, before, after };
  }
  throw new Error('No law can move.');
}

export async function nameInReview(
  page: Page,
  area: string,
  code: string,
  lang: string,
): Promise<string> {
  const { reviewQueue } = await work<{
    reviewQueue: {
      submitted: {
        indicator: string;
        element: { code: string } | null;
        whole: boolean;
        indicatorName: { text: string };
      }[];
    };
  }>(
    page,
    `query ($lang: Language!, $area: ID!) { reviewQueue(lang: $lang, area: $area) {
      submitted { indicator element { code } whole indicatorName { text } } } }`,
    { lang, area },
  );
  const found = reviewQueue.submitted.find(({ indicator, element, whole }) =>
    element === null ? whole && indicator === code : element.code === code,
  );
  if (found === undefined) throw new Error(`${code} does not wait.`);
  return found.indicatorName.text;
}
