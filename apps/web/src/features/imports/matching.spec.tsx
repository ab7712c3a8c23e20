import { expect, it, jest } from '@jest/globals';
import { createEvent, fireEvent, screen, within } from '@testing-library/react';
import { renderDesk } from '../../testing/render-desk.tsx';
import { Matching } from './matching.tsx';

const OPTIONS = Array.from(
  { length: 10 },
  (_, at) => [`A5.${String(at)}`, `A5.${String(at)} Orders of kind ${String(at)}`] as const,
);
const NAMES = [
  { key: 'one', label: 'Which is “one”?', value: '' },
  { key: 'two', label: 'Which is “two”?', value: '' },
];

async function show() {
  const onMatch = jest.fn<(key: string, code: string) => void>();
  const props = { names: NAMES, none: 'Please choose', options: OPTIONS, onMatch };
  await renderDesk(<Matching {...props} />);
  const list = screen.getByRole('region', { name: 'What there is' });
  const choice = (label: string) => within(list).getByText(label);
  const place = (label: string) => {
    const item = screen.getByLabelText(label).closest('li');
    if (item === null) throw new Error(`“${label}” is no item of a list.`);
    return item;
  };
  return { onMatch, list, choice, place };
}
const dataTransfer = { setData: () => undefined };

it('takes what is dragged from the list onto a name', async () => {
  const { onMatch, choice, place } = await show();
  fireEvent.dragStart(choice('A5.3 Orders of kind 3'), { dataTransfer });
  fireEvent.dragOver(place('Which is “two”?'));
  expect(place('Which is “two”?').dataset['over']).toBe('true');
  fireEvent.drop(place('Which is “two”?'));
  expect(onMatch.mock.calls).toEqual([['two', 'A5.3']]);
  expect(place('Which is “two”?').dataset['over']).toBe('false');
});

it('takes the same by picking, without any dragging', async () => {
  const { onMatch } = await show();
  fireEvent.change(screen.getByLabelText('Which is “one”?'), { target: { value: 'A5.4' } });
  expect(onMatch.mock.calls).toEqual([['one', 'A5.4']]);
});

it('takes nothing that is dragged from elsewhere', async () => {
  const { onMatch, place } = await show();
  const over = createEvent.dragOver(place('Which is “one”?'));
  fireEvent(place('Which is “one”?'), over);
  fireEvent.drop(place('Which is “one”?'));
  expect([over.defaultPrevented, onMatch.mock.calls]).toEqual([false, []]);
});

it('shows of a long list what is looked for by a word', async () => {
  const { list } = await show();
  fireEvent.change(within(list).getByLabelText('Find by a word'), { target: { value: 'KIND 7' } });
  const shown = within(list).getAllByRole('listitem');
  expect(shown.map(({ textContent }) => textContent)).toEqual(['A5.7 Orders of kind 7']);
});
