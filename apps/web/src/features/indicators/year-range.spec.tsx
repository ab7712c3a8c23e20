import { expect, test } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../../app/i18n.ts';
import type { Change, IndicatorView } from './view.ts';
import { YearChoice } from './controls.tsx';
import { YearRange } from './year-range.tsx';

async function choice() {
  const steps: string[] = [];
  function Page() {
    const [view, setView] = useState({ from: 2015, to: 2030 } as IndicatorView);
    const change: Change = async (next, passing) => {
      steps.push(`${next.from}..${next.to}${passing ? ' on the way' : ''}`);
      await Promise.resolve();
      setView(next);
    };
    return (
      <>
        <YearRange view={view} whole={{ from: 2015, to: 2030 }} change={change} />
        <YearChoice view={view} change={change} />
      </>
    );
  }
  const i18n = await createI18n('en');
  await act(async () => {
    render(
      <I18nextProvider i18n={i18n}>
        <Page />
      </I18nextProvider>,
    );
    await Promise.resolve();
  });
  return steps;
}
const handle = (end: 'from' | 'to') => screen.getByRole('slider', { name: `Years: ${end}` });
const move = (end: 'from' | 'to', year: number) =>
  act(async () => {
    fireEvent.change(handle(end), { target: { value: year } });
    await Promise.resolve();
  });
const drag = async (end: 'from' | 'to', ...years: number[]) => {
  fireEvent.pointerDown(handle(end));
  for (const year of years) await move(end, year);
};

test('of a drag the first year is a choice and those after it are on the way; the fields go along', async () => {
  const steps = await choice();
  await drag('to', 2028, 2024);
  await drag('from', 2017);
  expect(steps).toEqual(['2015..2028', '2015..2024 on the way', '2017..2024']);
  expect(screen.getByRole('spinbutton', { name: 'from' })).toHaveProperty('value', '2017');
  expect(handle('to').getAttribute('aria-valuetext')).toBe('2024');
});

test('a key that is held down is one drag', async () => {
  const steps = await choice();
  await drag('to', 2029);
  fireEvent.keyDown(handle('to'), { key: 'ArrowLeft' });
  await move('to', 2028);
  fireEvent.keyDown(handle('to'), { key: 'ArrowLeft', repeat: true });
  await move('to', 2027);
  expect(steps).toEqual(['2015..2029', '2015..2028', '2015..2027 on the way']);
});

test('the handles do not pass each other', async () => {
  const steps = await choice();
  await drag('to', 2018, 2015);
  await drag('from', 2030);
  expect(steps).toEqual(['2015..2018', '2015..2016 on the way']);
  // a step that changed nothing does not count as the first one of the drag
  await drag('to', 2015, 2020);
  expect(steps.at(-1)).toBe('2015..2020');
});

test('the years between the handles are dragged together, and stop at the ends', async () => {
  const steps = await choice();
  await drag('to', 2020);
  const held = document.querySelector('[style*="left: 0%"]');
  if (!(held instanceof HTMLElement) || !held.parentElement) throw new Error('Nothing to hold.');
  held.setPointerCapture = () => undefined;
  held.parentElement.getBoundingClientRect = () => ({ width: 150 }) as DOMRect;
  const at = (type: string, clientX: number) =>
    act(async () => {
      fireEvent(held, new MouseEvent(type, { bubbles: true, clientX }));
      await Promise.resolve();
    });
  await at('pointerdown', 10);
  await at('pointermove', 30);
  await at('pointermove', 300);
  await at('pointerup', 300);
  await at('pointermove', 10);
  expect(steps).toEqual(['2015..2020', '2017..2022', '2025..2030 on the way']);
});
