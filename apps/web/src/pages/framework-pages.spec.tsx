import { beforeEach, describe, expect, it } from '@jest/globals';
import { NO_PLAIN_FIELDS } from '@qadam/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const OFFICER = { role: 'OFFICER' } as const;
const both = (en: string) => [
  { lang: 'en', text: en },
  { lang: 'ru', text: `${en} (ru)` },
];
const LANGUAGES = ['en', 'ru', 'kk', 'ky', 'tg', 'uz'];

const ACTION = {
  code: 'A5',
  version: 3,
  kind: 'PRIORITY',
  scope: 'COUNTRY',
  title: both('Appraise the police'),
  quote: both('Appraise and reward the police'),
  reading: both('What is counted'),
  position: 1,
  links: [
    { indicator: 'A5.2', role: 'HEADLINE', weight: '1' },
    { indicator: 'A5.6', role: 'CONTEXT', weight: '1' },
  ],
};
const listed = (code: string, direction: string) => ({
  code,
  name: { lang: 'en', text: `Indicator ${code}` },
  kind: 'NUMERIC',
  scope: 'COUNTRY',
  direction,
  reportedCases: direction === 'NONE',
  version: 1,
  completeness: LANGUAGES.map((lang) => ({ lang, filled: lang === 'en' ? 17 : 4, total: 17 })),
});
const SHEET = {
  code: 'A5.2',
  version: 7,
  released: true,
  actions: ['A5'],
  kind: 'NUMERIC',
  scope: 'COUNTRY',
  unit: 'PT',
  unitText: both('%'),
  multiplier: '100',
  decimals: 1,
  direction: 'INCREASE',
  reportedCases: false,
  centresIn: null,
  valueType: 'FLOW',
  regionalMethod: 'RATIO',
  sensitive: false,
  thresholdBase: 5,
  thresholdDetailed: 10,
  min: '0',
  step: null,
  max: '100',
  whole: false,
  breakdowns: ['region'],
  ...NO_PLAIN_FIELDS,
  numeratorOf: null,
  denominatorOf: null,
  name: both('Protection orders'),
  definition: both('Definition'),
  stages: null,
  elements: [],
  sheet: [{ key: 'rationale', texts: both('Why') }],
  position: 1,
  benchmarks: [],
  breaks: [],
};

const element = (code: string, name: string) => ({
  ...{ code, name: both(name), definition: both(`Stage 4 with ${name}`) },
  ...{ instrument: null, origin: 'DEFINITION', counts: true },
});
const LAW = {
  ...SHEET,
  ...{ code: 'A2.1', kind: 'MILESTONE', stages: [{ texts: both('none') }] },
  elements: [
    { ...element('A2.1-DEF', 'a definition'), inUse: true },
    { ...element('A2.1-BODY', 'a body'), inUse: false },
  ],
};

let sent: Record<string, unknown>[] = [];
const answers = {
  reportingAreas: [],
  framework: {
    actions: [ACTION],
    indicators: [listed('A5.2', 'INCREASE'), listed('A5.6', 'NONE')],
    notes: [],
  },
  frameworkIndicator: SHEET,
  saveAction: ({ input }: { input: Record<string, unknown> }) => {
    sent.push(input);
    const problem = { code: 'WEIGHT_REASON_REQUIRED', field: 'reason', params: [] };
    const problems = input['reason'] === '' ? [problem] : [];
    return { action: { ...ACTION, version: 4 }, problems };
  },
  saveIndicator: ({ input }: { input: Record<string, unknown> }) => {
    sent.push(input);
    const params = Object.entries({ count: 'A5.2', other: 'A5.8', cells: '3' });
    const warning = {
      code: 'LIKELY_LINK',
      field: null,
      params: params.map(([name, value]) => ({ name, value })),
    };
    return { indicator: { ...SHEET, version: 8 }, warnings: [warning], problems: [] };
  },
};

beforeEach(() => {
  sent = [];
});

describe('the framework', () => {
  it('shows actions with their indicators and how much is written in each language', async () => {
    deskApi(OFFICER, answers);
    await renderApp('/en/framework', {});
    const table = await screen.findByRole('table', { name: 'Indicators of A5' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first?.textContent).toContain('headline indicator');
    expect(second?.textContent).toContain('context, never scored');
    expect(screen.getAllByRole('progressbar', { name: 'English: 17 of 17 texts' })).toHaveLength(2);
  });

  it('takes a changed weight only with a reason, at the version that was seen', async () => {
    deskApi(OFFICER, answers);
    await renderApp('/en/framework', {});
    await userEvent.click(await screen.findByRole('button', { name: 'Edit A5' }));
    const never = within(screen.getByRole('combobox', { name: 'Role of A5.6' }));
    expect(never.getByRole('option', { name: 'headline indicator' })).toHaveProperty(
      'disabled',
      true,
    );
    const weight = screen.getByRole('textbox', { name: 'Weight of A5.2' });
    await userEvent.clear(weight);
    await userEvent.type(weight, '1,5');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('A changed weight or role needs a reason.');
    const editor = within(screen.getByRole('region', { name: 'A5 Appraise the police' }));
    await userEvent.type(editor.getByRole('textbox', { name: /^Reason for/ }), 'Law of 2026');
    await userEvent.click(editor.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved. The public sees it with the next release.');
    expect(sent[1]).toMatchObject({ expectedVersion: 3, reason: 'Law of 2026' });
    expect(sent[1]?.['links']).toContainEqual({
      indicator: 'A5.2',
      role: 'HEADLINE',
      weight: '1.5',
    });
  });

  it('does not say of what was just created that it is there already', async () => {
    deskApi(OFFICER, answers);
    await renderApp('/en/framework', {});
    const code = await screen.findByRole('textbox', { name: /^New action/ });
    await userEvent.type(code, 'B1');
    await userEvent.click(within(code.closest('form') ?? document.body).getByRole('button'));
    await screen.findByRole('region', { name: /^B1/ });
    expect(screen.queryByText(/is there already/)).toBeNull();
  });

  it('is read by an auditor, who is offered nothing to change', async () => {
    deskApi({ role: 'AUDITOR' }, answers);
    await renderApp('/en/framework', {});
    await screen.findByText('You can read the framework but not change it.');
    expect(screen.queryByRole('button', { name: /Edit|Create/ })).toBeNull();
    expect(screen.queryByText('Load from a file')).toBeNull();
  });
});

describe('the days of a cycle', () => {
  const calendar = {
    ...{ year: 2025, version: 2, opensOn: '2026-01-10', dueOn: '2026-03-31' },
    ...{ closesOn: '2026-04-30', closed: false, assignments: [] },
  };
  const moves = [
    ['OPEN', 'OPEN', 'gets other days'],
    ['OVER', 'OVER', 'stays as it is'],
    ['NOT_BEGUN', 'OPEN', 'is open'],
    ['OVERDUE', 'OPEN', 'is no longer overdue'],
    ['OVER', 'OPEN', 'is open again'],
    ['OVER', 'OVERDUE', 'is open again, and overdue'],
    ['OPEN', 'OVERDUE', 'becomes overdue'],
    ['OPEN', 'OVER', 'is closed'],
  ];
  const cycleAnswers = {
    ...answers,
    cycleDesk: { cycles: [calendar], areas: [], organisations: [] },
    cycleConsequences: moves.map(([before, after], index) => ({
      ...{ area: String(index), areaName: { lang: 'en', text: 'Country' } },
      ...{ owed: 0, before, after, people: 1 },
    })),
  };
  const moveTo = async (label: string, day: string) => {
    deskApi(OFFICER, cycleAnswers);
    await renderApp('/en/framework/cycles', {});
    const [dueOn] = await screen.findAllByLabelText(label);
    if (dueOn === undefined) throw new Error('There is no such field.');
    fireEvent.change(dueOn, { target: { value: day } });
    const form = within(dueOn.closest('form') ?? document.body);
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    return form;
  };

  it('are told of each country by what it was and what it becomes', async () => {
    await moveTo('Due on', '2026-04-15');
    const dialog = within(await screen.findByRole('dialog'));
    const told = await dialog.findAllByRole('listitem');
    expect(told.map(({ textContent }) => textContent)).toEqual(
      moves.map(([, , words]) => `Country: ${String(words)}`),
    );
  });

  it('that cannot be are refused before anybody is asked', async () => {
    const form = await moveTo('Due on', '2026-01-01');
    await form.findByText('A cycle opens, is due and closes in this order.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('an indicator', () => {
  it('is written language by language, and its unit is fixed by a release', async () => {
    deskApi(OFFICER, answers);
    await renderApp('/en/framework/indicators/A5.2', {});
    const kazakh = await screen.findByRole('tab', { name: /Қазақша 0\/17/ });
    expect(screen.getByLabelText('Unit (code)')).toHaveProperty('disabled', true);
    await userEvent.click(kazakh);
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Қорғау нұсқамалары');
    screen.getByRole('tab', { name: /Қазақша 1\/17/ });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved. The public sees it with the next release.');
    screen.getByText(/A5\.2 and A5\.8 are equal in 3 places/);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ code: 'A5.2', expectedVersion: 7, multiplier: '100' });
    expect(sent[0]?.['name']).toContainEqual({ lang: 'kk', text: 'Қорғау нұсқамалары' });
  });

  it('tells what is refused at its field, which takes the focus', async () => {
    const refused = { code: 'LIMITS_CROSSED', field: 'min', params: [] };
    deskApi(OFFICER, {
      ...answers,
      saveIndicator: { indicator: null, warnings: [], problems: [refused] },
    });
    await renderApp('/en/framework/indicators/A5.2', {});
    const least = await screen.findByRole('textbox', { name: 'Lowest possible' });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(document.activeElement).toBe(least));
    const why = document.getElementById(least.getAttribute('aria-describedby') ?? '');
    expect(least.getAttribute('aria-invalid')).toBe('true');
    expect(why?.textContent).toBe(screen.getByRole('alert').textContent);
  });

  it('that is a law has its parts in order; one that facts tell of keeps its code', async () => {
    deskApi(OFFICER, {
      ...answers,
      frameworkIndicator: LAW,
      saveIndicator: ({ input }: { input: Record<string, unknown> }) => {
        sent.push(input);
        return { indicator: LAW, warnings: [], problems: [] };
      },
    });
    await renderApp('/en/framework/indicators/A2.1', {});
    const used = within(await screen.findByRole('group', { name: 'Part A2.1-DEF' }));
    expect(used.getByLabelText('Code')).toHaveProperty('disabled', true);
    expect(used.queryByRole('button', { name: 'Remove A2.1-DEF' })).toBeNull();
    fireEvent.click(used.getByRole('button', { name: 'Move A2.1-DEF down' }));
    const first = within(screen.getAllByRole('group', { name: /^Part / })[0] ?? document.body);
    fireEvent.change(first.getByLabelText('Name (en)'), { target: { value: 'A named body' } });
    fireEvent.click(first.getByLabelText('Counts in the level'));
    const reason = screen.getByRole('textbox', { name: /^Reason for the changed parts/ });
    fireEvent.change(reason, { target: { value: 'Nobody asks for one' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.['reason']).toBe('Nobody asks for one');
    const [english, russian] = both('a body');
    expect(sent[0]?.['elements']).toEqual([
      {
        ...element('A2.1-BODY', 'a body'),
        ...{ counts: false, name: [{ ...english, text: 'A named body' }, russian] },
      },
      element('A2.1-DEF', 'a definition'),
    ]);
  });
});
