import { describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import { scorecard } from '../testing/scorecard.fixture.ts';

const open = (url: string) => renderApp(url, { scorecard });
const row = (name: RegExp) => {
  const found = screen.getByRole('rowheader', { name }).closest('tr');
  if (!found) throw new Error('no row');
  return within(found);
};

describe('the overview', () => {
  it('is one table of actions by country in the fixed order', async () => {
    await open('/ru');
    expect(screen.getAllByRole('table')).toHaveLength(1);
    expect(screen.getAllByRole('columnheader').map((th) => th.textContent)).toEqual([
      'Действие',
      'KAZ',
      'KGZ',
      'TJK',
      'UZB',
    ]);
  });

  it('says status in a word with its figure, how much it rests on and where it came from', async () => {
    await open('/ru');
    const [first] = row(/Выделить/).getAllByRole('cell');
    expect(first?.textContent).toContain('по плану');
    expect(first?.textContent).toContain('58\u00a0% по 2 из 2');
    expect(first?.textContent).toContain('было: с отставанием, +17 п. п.');
    expect(first?.textContent).toContain(
      'Доля пути: 41 % в 2024 году, 58 % в 2025 году'.replaceAll(' %', '\u00a0%'),
    );
  });

  it('shows the headline values or what became of them where that is asked for', async () => {
    await open('/ru?view=value');
    const [, known, hidden] = row(/Выделить/).getAllByRole('cell');
    expect(known?.textContent).toContain('A1.1 ступень 4 из 5 (2024)');
    expect(hidden?.textContent).toContain('скрыто для защиты людей');
    cleanup();
    await open('/ru?view=change');
    expect(row(/Выделить/).getAllByRole('cell')[0]?.textContent).toContain('было: с отставанием');
    expect(screen.getByRole('table').textContent).toContain('с выпуска 2026.1.');
    expect(screen.getByRole('link', { current: 'page', name: 'Изменение' })).toBeTruthy();
  });

  it('finds rows by words, letters of all languages alike, and counts what is found', async () => {
    await open('/ru?q=политика');
    expect(screen.queryByRole('rowheader', { name: /декларацией/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'Всего 4 ячейки' })).toBeTruthy();
    cleanup();
    await open('/ru?q=zzz');
    expect(screen.getByText('Под этот выбор не подходит ни одно действие.')).toBeTruthy();
  });

  it('offers every year since the first plan in a form that needs no script', async () => {
    await open('/ru?view=value&year=2023');
    const form = screen.getByRole<HTMLFormElement>('form', { name: 'Выбор строк и года' });
    const years = within(form).getByLabelText<HTMLSelectElement>('Год');
    expect([...years.options].map(({ text }) => text)).toEqual(
      Array.from({ length: 11 }, (_, i) => String(2025 - i)),
    );
    expect(years.options[0]?.value).toBe('');
    expect(form.method).toBe('get');
    expect(new FormData(form).get('view')).toBe('value');
  });

  it('shows what is known where there is no status, instead of an empty grey', async () => {
    await open('/ru');
    const cells = row(/Выделить/).getAllByRole('cell');
    expect(cells[1]?.textContent).toContain('известно 1 из 1: ступень 4 из 5 (2024)');
  });

  it('tells nothing of a hidden value but that it is hidden', async () => {
    await open('/ru');
    const cells = row(/Выделить/).getAllByRole('cell');
    expect(cells[2]?.textContent).toContain('нет данных ни по одному из 1 основных показателей');
    expect(screen.getByText('скрыто для защиты людей').parentElement?.textContent).not.toMatch(
      /\d/,
    );
  });

  it('lets the regional action span the four countries', async () => {
    await open('/ru');
    expect(
      row(/декларацией/)
        .getByRole('cell')
        .getAttribute('colspan'),
    ).toBe('4');
  });

  it('keeps only rows with the status in the address, and says so in the filter', async () => {
    await open('/ru?status=DELAYED');
    expect(screen.queryByRole('rowheader', { name: /Выделить/ })).toBeNull();
    expect(screen.getByRole('rowheader', { name: /декларацией/ })).toBeTruthy();
    expect(screen.getByRole('link', { current: 'page', name: /с отставанием/ })).toBeTruthy();
    expect(screen.queryByRole('link', { current: 'page', name: /Всего/ })).toBeNull();
  });

  it('draws the action asked for on a map that says each status in words', async () => {
    await open('/ru?on=A1');
    const map = screen.getByRole('img', { name: /Выделить/ });
    expect(map.getAttribute('aria-label')).toContain('KAZ: по плану');
    expect(screen.getByLabelText('На карте')).toHaveProperty('value', 'A1');
  });

  it('says that nothing is published before the first release', async () => {
    await renderApp('/en', { scorecard: null });
    expect(
      screen.getByRole('heading', { level: 1, name: 'Nothing has been published yet' }),
    ).toBeTruthy();
  });
});
