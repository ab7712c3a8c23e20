import { describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import { scorecard } from '../testing/scorecard.fixture.ts';

const open = (url: string, answer: object = scorecard) => renderApp(url, { scorecard: answer });
const row = (name: RegExp) => {
  const found = screen.getByRole('rowheader', { name }).closest('tr');
  if (!found) throw new Error('no row');
  return within(found);
};
const cells = (name: RegExp) =>
  row(name)
    .getAllByRole('cell')
    .map((cell) => cell.textContent.replaceAll('\u00a0', ' '));
const answer = () =>
  screen
    .getByRole('heading', { level: 1 })
    .nextElementSibling?.textContent.replaceAll('\u00a0', ' ');

describe('the overview', () => {
  it('answers first, in one sentence of counts', async () => {
    await open('/en');
    expect(answer()).toBe(
      'None of them is done yet. Of 9 steps – 3 actions, 4 countries – 1 is mostly done, 1 is under way and 1 has begun; of 6 too little is known. Since the meeting in Almaty in 2022 1 moved forward and none went back.',
    );
    cleanup();
    await open('/ru');
    expect(answer()).toContain(
      'Из 9 шагов (3 действия, 4 страны) 1 в основном выполнено, 1 выполняется и 1 начато; по 6 известно слишком мало.',
    );
  });

  it('leads from each number to the steps it counts, and back', async () => {
    await open('/en?word=MOSTLY_DONE');
    const found = screen.getByRole('link', { name: /^1.is mostly done$/, current: true });
    expect(found.getAttribute('href')).toBe('/en');
    expect(screen.getByText('Show all').parentElement?.textContent).toBe(
      'Marked: 1 of 9 steps. Show all',
    );
    expect(screen.queryByRole('rowheader', { name: /декларацией/ })).toBeNull();
    expect(document.querySelectorAll('td[data-marked]')).toHaveLength(1);
    expect(screen.getByRole('link', { name: /^1.moved forward$/ }).getAttribute('href')).toBe(
      '/en?moved=forward',
    );
    cleanup();
    await open('/en?word=PARTLY_KNOWN~NOT_KNOWN');
    expect(document.querySelectorAll('td[data-marked]')).toHaveLength(6);
  });

  it('is one table of actions by country in the fixed order', async () => {
    await open('/ru');
    expect(screen.getAllByRole('table')).toHaveLength(1);
    expect(screen.getAllByRole('columnheader').map((th) => th.textContent)).toEqual([
      'Что предложили эксперты',
      'KAZ',
      'KGZ',
      'TJK',
      'UZB',
    ]);
  });

  it('says of each step how far it is, by what fact, which way it moved and what is known', async () => {
    await open('/ru');
    expect(cells(/Выделить/)).toEqual([
      'A1, KAZ: KAZ40 %выполняетсяПроект (пресса, 2024)↑ с 2022 г.шаг вперёд с 2022 годаизвестно 2 из 4',
      'A1, KGZ: KGZ80 %в основном выполненоДействует с 2021 годабез шагов с 2022 г.известно 2 из 4',
      'A1, TJK: TJK80 %известно частичноДействует 1 из 6 частейбез шагов с 2022 г.известно 2 из 4',
      'A1, UZB: UZBНикто не отчитался',
    ]);
  });

  it('says what is known where nothing is known of the deed', async () => {
    await open('/ru');
    expect(cells(/центров/)[0]).toContain('Кризисные центры: 74 (2024)');
    expect(
      screen.getByRole('rowheader', { name: 'Три пробела, выявленных исследованием' }),
    ).toBeTruthy();
  });

  it('gives the words of the meeting with the title of an action', async () => {
    await open('/ru');
    expect(screen.getByRole('link', { name: 'Выделить гендерное равенство' }).title).toBe(
      '“Слова встречи о A1”',
    );
  });

  it('is red nowhere as long as nothing went back', async () => {
    await open('/en');
    expect(document.querySelector('[class*="back" i]')).toBeNull();
    cleanup();
    const [first, ...others] = scorecard.rows;
    const [cell, ...rest] = first?.cells ?? [];
    const back = { ...cell, level: { ...cell?.level, movement: 'BACK' } };
    await open('/en', { ...scorecard, rows: [{ ...first, cells: [back, ...rest] }, ...others] });
    expect(screen.getByRole('link', { name: /^1.went back$/ })).toBeTruthy();
    expect(document.querySelectorAll('.BACK')).toHaveLength(1);
  });

  it('lets the regional action span the four countries', async () => {
    await open('/ru');
    expect(
      row(/декларацией/)
        .getByRole('cell')
        .getAttribute('colspan'),
    ).toBe('4');
  });

  it('offers every year in a form that needs no script', async () => {
    await open('/ru?moved=forward&year=2023');
    const form = screen.getByRole<HTMLFormElement>('form', { name: 'Выбор строк и года' });
    const years = within(form).getByLabelText<HTMLSelectElement>('Год');
    expect([...years.options].map(({ text }) => text)).toEqual(
      Array.from({ length: 11 }, (_, i) => String(2025 - i)),
    );
    expect(years.options[0]?.value).toBe('');
    expect(new FormData(form).get('moved')).toBe('forward');
  });

  it('says that nothing is published before the first release', async () => {
    await renderApp('/en', { scorecard: null });
    expect(
      screen.getByRole('heading', { level: 1, name: 'Nothing has been published yet' }),
    ).toBeTruthy();
  });
});
