import { describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { comparedCurve, spanOf } from '../features/compare/comparability.ts';
import { compareCsv } from '../features/compare/compare-csv.ts';
import { searchOf, viewOf } from '../features/compare/view.ts';
import { compared, comparedSeries, comparison, marriage } from '../testing/compare.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';

const centres = compared('A6.6', 'Crisis centres', [comparedSeries('KGZ', '2023:2.5')], {
  unit: 'PER_1000000',
});
const open = (search: string, ...indicators: Parameters<typeof comparison>) =>
  renderApp(`/en/compare${search}`, { compare: comparison(...indicators) });
const card = (name: string) => within(screen.getByRole('figure', { name: new RegExp(name) }));
const progress = { align: 'calendar', scale: 'progress', years: null } as const;
const aligned = { align: 'baseline', scale: 'progress', years: null } as const;

describe('the page that compares', () => {
  test('draws each indicator country by country, with a table of the same numbers', async () => {
    await open('?i=A4.2', marriage);
    expect(screen.getByRole('heading', { level: 1, name: 'Compare' })).toBeTruthy();
    expect(card('Married before 18').getAllByRole('img').length).toBe(3);
    expect(card('Married before 18').getByRole('table').textContent).toContain('9.2%');
    expect(screen.getAllByText('Married before 18').length).toBeGreaterThan(1);
    expect(screen.queryByRole('note')).toBeNull();
  });

  test('counts from the baseline, says in which year two countries can be read beside each other, and who is not drawn', async () => {
    await open('?i=A4.2&align=baseline&scale=progress', marriage);
    const said = card('Married before 18');
    expect(
      said.getByText(/^In year 5 after the baseline: Kyrgyzstan 29%; Tajikistan 25%\.$/),
    ).toBeTruthy();
    expect(said.getByText('Not drawn: Uzbekistan (no baseline).')).toBeTruthy();
    expect(said.getAllByRole('img').length).toBe(2);
    const row = said.getByRole('rowheader', { name: '5' }).closest('tr');
    expect(row?.textContent).toContain('28.7%(2023)');
    expect(row?.textContent).toContain('25%(2017)');
  });

  test('warns of different units, and leads to the scale on which they can be read together', async () => {
    await open('?i=A4.2~A6.6&c=KGZ', marriage, centres);
    const note = within(screen.getByRole('note', { name: 'Not fully comparable' }));
    expect(note.getByRole('link').getAttribute('href')).toBe(
      '/en/compare?i=A4.2~A6.6&c=KGZ&scale=progress',
    );
  });

  test('warns of a break between the values shown, and of rules that are not today’s', async () => {
    const broken = compared('A4.2', 'Married before 18', [
      comparedSeries('KGZ', '2018:12.9/0 2023:9.2/0.28', {
        breaks: [{ year: 2020, kind: 'definition' }],
      }),
    ]);
    await open('?i=A4.2', broken);
    expect(screen.getByRole('note').textContent).toContain(
      'A4.2, Kyrgyzstan: a new series begins in 2020',
    );
    const before = comparison(broken);
    await renderApp('/en/compare?i=A4.2&scale=progress&t=2021..2030', {
      compare: { ...before, release: { ...before.release, methodVersion: '0.9' } },
    });
    expect(screen.getByRole('note').textContent).toContain('version 0.9');
    expect(screen.getByRole('note').textContent).not.toContain('2020');
  });

  test('the picker is a form that works without a script and shows what is chosen', async () => {
    await open('?i=A4.2&c=KGZ~TJK&scale=progress', marriage);
    const form = document.querySelector<HTMLFormElement>('main form');
    expect([form?.method, form?.getAttribute('action')]).toEqual(['get', '/en/compare']);
    const sent = form ? [...new FormData(form)] : [];
    expect(sent.filter(([, value]) => value !== '')).toEqual([
      ['i', 'A4.2'],
      ['c', 'KGZ'],
      ['c', 'TJK'],
      ['scale', 'progress'],
    ]);
  });
});

describe('years that cannot be compared', () => {
  test.each(['2020', ''])('from 2020 to “%s” are refused in words', async (last) => {
    await open('?i=A4.2', marriage);
    const user = userEvent.setup({ document });
    const [from, to] = screen.getAllByRole<HTMLInputElement>('spinbutton');
    if (!from || !to) throw new Error('The form has no such fields.');
    await user.type(from, '2020');
    if (last !== '') await user.type(to, last);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByRole('alert').textContent).toMatch(/^These years cannot be shown/);
    expect([from.value, to.value]).toEqual(['2020', last]);
    await user.clear(from);
    await user.clear(to);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the address of a comparison', () => {
  const data = comparison(marriage);
  test('holds what is not usual, and says the same again', () => {
    const search = { i: 'A4.2', c: 'KGZ~TJK', t: '2010..2030', align: 'baseline', y: 'own' };
    expect(searchOf(viewOf(data, search), data, search)).toEqual(search);
    const usual = { i: 'A4.2', c: 'KAZ~KGZ~TJK~UZB' };
    expect(searchOf(viewOf(data, usual), data, usual)).toEqual({ i: 'A4.2' });
    expect(searchOf(viewOf(data, {}), data, {})).toEqual({});
  });
});

describe('a series on the scale of the way', () => {
  test('stands at its share in percent and ends at a hundred', () => {
    const curve = comparedCurve(comparedSeries('KGZ', '2018:12.9/0 2023:9.2/0.2868'), aligned);
    expect(curve?.observed.map(({ year, value }) => [year, value])).toEqual([
      [0, '0'],
      [5, '28.68'],
    ]);
    expect(curve?.target).toEqual({ year: 12, value: '100' });
    expect(spanOf(curve ? [curve] : [], aligned, 2025)).toEqual({ from: 0, to: 12 });
  });

  test('tells nothing of a hidden year, and is not drawn without a share or a baseline', () => {
    const curve = comparedCurve(comparedSeries('KGZ', '2018:12.9/0 2023:Q'), progress);
    expect(curve?.observed.at(-1)).toMatchObject({ value: null, hidden: true });
    expect(comparedCurve(comparedSeries('UZB', '2006:7.2'), progress)).toBeNull();
    expect(
      comparedCurve(comparedSeries('UZB', '2006:7.2'), { ...aligned, scale: 'value' }),
    ).toBeNull();
  });

  test('a value of which no share can be said is not called unreported', () => {
    const curve = comparedCurve(comparedSeries('KGZ', '2018:12.9/0 2023:9.2'), progress);
    expect(curve?.observed.at(-1)).toMatchObject({ value: null, offScale: true });
  });

  test('its file holds value, share and years since the baseline', () => {
    const curves = marriage.series.flatMap((one) => comparedCurve(one, aligned) ?? []);
    const lines = compareCsv(marriage, curves, 2025).split('\r\n');
    expect(lines[0]).toBe(
      'indicator,area,year,years_since_baseline,value,progress,obs_status,missing_reason,target',
    );
    expect(lines).toContain('A4.2,KGZ,2023,5,9.2,0.2868,A,,');
    expect(lines).toContain('A4.2,TJK,2030,18,,,,,0');
  });
});
