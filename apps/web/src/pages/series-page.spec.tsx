import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { deskApi, lastInput } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const text = (en: string) => ({ lang: 'en', text: en });
const map = {
  area: 'KGZ',
  format: 'sdmx-structure-specific',
  series: 'SP_DYN_MRBF18',
  indicator: 'A4.2',
  totals: [
    { dimension: 'sex', code: 'F' },
    { dimension: 'age', code: 'Y0T18' },
  ],
  note: 'From the survey',
  confirmed: true,
};
const answers = {
  cycleDesk: {
    areas: [
      { code: 'KAZ', name: text('Kazakhstan'), scope: 'COUNTRY' },
      { code: 'KGZ', name: text('Kyrgyzstan'), scope: 'COUNTRY' },
    ],
  },
  framework: {
    indicators: [
      { code: 'A4.2', name: text('Married before 18') },
      { code: 'A4.3', name: text('Married before 15') },
    ],
  },
  seriesMappings: [map],
  mapSeries: { mappings: [map], problems: [] },
};
const press = (name: RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
const change = (role: 'textbox' | 'combobox', name: RegExp, value: string) =>
  fireEvent.change(screen.getByRole(role, { name }), { target: { value } });

describe('the table of the offices’ series', () => {
  it('shows what each series of the country in the address is', async () => {
    deskApi({ role: 'OFFICER' }, answers);
    await renderApp('/en/framework/series?area=KGZ', {});
    const row = (await screen.findByRole('rowheader', { name: 'SP_DYN_MRBF18' })).closest('tr');
    expect(row?.textContent).toMatch(/SDMX-ML.*A4.2 Married before 18.*sex F, age Y0T18.*survey/);
    expect(screen.getByLabelText<HTMLSelectElement>('Country').value).toBe('KGZ');
  });

  it('links a series, with what the series itself is about', async () => {
    const calls = deskApi({ role: 'OFFICER' }, answers);
    await renderApp('/en/framework/series?area=KGZ', {});
    await screen.findByRole('rowheader', { name: 'SP_DYN_MRBF18' });
    change('textbox', /^Series/, 'SP_DYN_MRBF15');
    change('combobox', /^Indicator/, 'A4.3');
    change('textbox', /^Sex/, 'F');
    await press(/^Link the series/);
    expect(lastInput(calls)).toMatchObject({
      area: 'KGZ',
      format: 'sdmx-structure-specific',
      series: 'SP_DYN_MRBF15',
      indicator: 'A4.3',
      totals: [{ dimension: 'sex', code: 'F' }],
    });
    expect(screen.getByText('Saved.')).toBeTruthy();
  });

  it('takes a link away', async () => {
    const calls = deskApi({ role: 'OFFICER' }, answers);
    await renderApp('/en/framework/series?area=KGZ', {});
    await screen.findByRole('rowheader', { name: 'SP_DYN_MRBF18' });
    await press(/^Take away SP_DYN_MRBF18/);
    expect(lastInput(calls)).toMatchObject({ series: 'SP_DYN_MRBF18', indicator: null });
  });

  it('is read by an auditor, who changes nothing', async () => {
    deskApi({ role: 'AUDITOR' }, answers);
    await renderApp('/en/framework/series?area=KGZ', {});
    const table = within(await screen.findByRole('table'));
    expect(table.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Link the series/ })).toBeNull();
  });
});
