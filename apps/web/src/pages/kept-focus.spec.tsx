import { expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { action } from '../testing/action.fixture.ts';
import { comparison, marriage } from '../testing/compare.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';
import { scorecard } from '../testing/scorecard.fixture.ts';

const open = async (path: string, answers: object) => {
  const router = await renderApp(path, answers);
  const back = () =>
    act(async () => {
      router.history.back();
      await new Promise((done) => setTimeout(done, 50));
    });
  return { router, back, user: userEvent.setup({ document }) };
};
const led = (router: { state: { resolvedLocation?: { href: string } | undefined } }, to: string) =>
  waitFor(() => expect(router.state.resolvedLocation?.href).toBe(to));

it('the year keeps the focus when it is chosen, and follows the address back', async () => {
  const asked = ({ year }: { year: number | null }) => ({ ...scorecard, year: year ?? 2025 });
  const { router, back, user } = await open('/en', { scorecard: asked });
  const year = screen.getByLabelText<HTMLSelectElement>('Year');
  year.focus();
  await user.selectOptions(year, '2024');
  await led(router, '/en?year=2024');
  await user.selectOptions(year, '2023');
  await led(router, '/en?year=2023');
  expect(document.activeElement).toBe(year);
  await back();
  expect(year.value).toBe('2024');
  await back();
  expect(year.value).toBe('');
});

it('a country keeps the focus when it is chosen; when the last one is taken away, all come back', async () => {
  const { router, back, user } = await open('/en/actions/A2?c=KAZ~UZB', { action, changeLog: [] });
  const box = (name: string) =>
    screen.getByLabelText<HTMLInputElement>(name, { selector: 'input' });
  const [kazakhstan, uzbekistan] = [box('Kazakhstan'), box('Uzbekistan')];
  kazakhstan.focus();
  await user.keyboard(' ');
  await led(router, '/en/actions/A2?c=UZB');
  expect(document.activeElement).toBe(kazakhstan);
  uzbekistan.focus();
  await user.keyboard(' ');
  await led(router, '/en/actions/A2');
  expect(document.activeElement).toBe(uzbekistan);
  expect([kazakhstan, uzbekistan, box('Tajikistan')].map(({ checked }) => checked)).toEqual([
    ...[true, true, true],
  ]);
  await back();
  expect([kazakhstan.checked, uzbekistan.checked]).toEqual([false, true]);
});

it('the search field keeps the focus and what was asked', async () => {
  const { router, back, user } = await open('/en/search?q=police', { search: [] });
  const field = screen.getByLabelText<HTMLInputElement>('Search this site', {
    selector: 'main input',
  });
  await user.clear(field);
  await user.type(field, 'court{Enter}');
  await led(router, '/en/search?q=court');
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('court');
  await back();
  expect(field.value).toBe('police');
});

it('the choice of what is compared keeps the focus and follows the address back', async () => {
  const { router, back, user } = await open('/en/compare?i=A4.2', {
    compare: comparison(marriage),
  });
  const [from, to] = screen.getAllByRole<HTMLInputElement>('spinbutton');
  const second = screen.getAllByRole<HTMLSelectElement>('combobox')[1];
  if (!from || !to || !second) throw new Error('The form has no such fields.');
  await user.selectOptions(second, 'A6.6');
  await user.click(screen.getByLabelText('Kazakhstan', { selector: 'input' }));
  await user.type(from, '2010');
  await user.type(to, '2020{Enter}');
  await led(router, '/en/compare?i=A4.2~A6.6&c=KGZ~TJK~UZB&t=2010..2020');
  expect(document.activeElement).toBe(to);
  expect([from.value, to.value]).toEqual(['2010', '2020']);
  await back();
  expect([from.value, to.value, second.value]).toEqual(['', '', '']);
});
