import { afterEach, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deskApi, lastInput } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const text = (en: string) => ({ lang: 'en', text: en });
const cycle = (year: number) => ({
  ...{ year, version: 2, closed: false, assignments: [] },
  ...{ opensOn: `${year + 1}-01-10`, dueOn: `${year + 1}-03-31`, closesOn: `${year + 1}-04-30` },
});
let cycles = [cycle(2025), cycle(2024)];
const answers = {
  reportingAreas: [],
  signatureRules: [],
  framework: {
    ...{ actions: [], notes: [] },
    indicators: [{ code: 'A5.2', name: text('Orders'), scope: 'COUNTRY' }],
  },
  cycleDesk: () => ({
    cycles,
    areas: [{ code: 'KGZ', scope: 'COUNTRY', name: text('Kyrgyzstan') }],
    organisations: [{ code: 'KGZ-1', area: 'KGZ', name: text('Ministry') }],
  }),
  assign: () => {
    cycles = cycles.map((one) => ({ ...one, version: 3 }));
    return { cycle: cycles[0], problems: [] };
  },
  saveCycle: () => ({ cycle: { ...cycles[0], version: 4 }, problems: [] }),
  cycleConsequences: [],
};
const confirm = jest.fn<(question?: string) => boolean>();
window.confirm = confirm;
afterEach(() => {
  confirm.mockReset();
  cycles = [cycle(2025), cycle(2024)];
});

const show = async () => {
  const calls = deskApi({ role: 'OFFICER' }, answers);
  await renderApp('/en/framework/cycles', {});
  await screen.findByRole('table', { name: /2025/ });
  return calls;
};
const cell = () => screen.getByLabelText<HTMLSelectElement>('A5.2, Kyrgyzstan');
const years = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Reporting year' });
const dueOn = () => {
  const [field] = screen.getAllByLabelText<HTMLInputElement>('Due on');
  if (field === undefined) throw new Error('There is no such field.');
  return field;
};

it('offers the newest year first', async () => {
  await show();
  expect([...years().options].map(({ value }) => value)).toEqual(['2025', '2024']);
});

it('asks before another year is chosen while assignments are not saved', async () => {
  await show();
  await userEvent.selectOptions(cell(), 'KGZ-1');
  confirm.mockReturnValue(false);
  await userEvent.selectOptions(years(), '2024');
  expect(confirm).toHaveBeenCalledTimes(1);
  expect(years().value).toBe('2025');
  expect(cell().value).toBe('KGZ-1');
  confirm.mockReturnValue(true);
  await userEvent.selectOptions(years(), '2024');
  await screen.findByRole('table', { name: /2024/ });
  expect(cell().value).toBe('');
});

it('asks once before another year is chosen while dates and assignments are not saved', async () => {
  await show();
  fireEvent.change(dueOn(), { target: { value: '2026-04-15' } });
  await userEvent.selectOptions(cell(), 'KGZ-1');
  confirm.mockReturnValue(false);
  await userEvent.selectOptions(years(), '2024');
  expect(confirm).toHaveBeenCalledTimes(1);
  // true of another year on the same page, too
  expect(confirm).toHaveBeenCalledWith(
    'What you typed is not saved and will be lost. Go on anyway?',
  );
  confirm.mockReturnValue(true);
  await userEvent.selectOptions(years(), '2024');
  await screen.findByRole('table', { name: /2024/ });
  expect(confirm).toHaveBeenCalledTimes(2);
  // what is typed later is asked about again
  await userEvent.selectOptions(cell(), 'KGZ-1');
  await userEvent.selectOptions(years(), '2025');
  await screen.findByRole('table', { name: /2025/ });
  expect(confirm).toHaveBeenCalledTimes(3);
});

it('shows another year without a question where nothing was changed', async () => {
  await show();
  await userEvent.selectOptions(years(), '2024');
  await screen.findByRole('table', { name: /2024/ });
  expect(confirm).not.toHaveBeenCalled();
});

it('keeps dates that are not saved yet while assignments are saved', async () => {
  const calls = await show();
  fireEvent.change(dueOn(), { target: { value: '2026-04-15' } });
  await userEvent.selectOptions(cell(), 'KGZ-1');
  await userEvent.click(screen.getByRole('button', { name: 'Save assignments' }));
  await waitFor(() => expect(lastInput(calls)).toMatchObject({ expectedVersion: 2 }));
  await screen.findByRole('button', { name: 'Save assignments' });
  await waitFor(() => expect(screen.queryByText(/not saved yet/)).toBeNull());
  expect(dueOn().value).toBe('2026-04-15');
  const [save] = screen.getAllByRole('button', { name: 'Save' });
  if (save === undefined) throw new Error('There is no such button.');
  await userEvent.click(save);
  await userEvent.click(await screen.findByRole('button', { name: 'Change it' }));
  await waitFor(() => expect(lastInput(calls)).toMatchObject({ expectedVersion: 3 }));
});
