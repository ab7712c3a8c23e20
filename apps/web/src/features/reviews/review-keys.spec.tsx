import { beforeEach, expect, jest, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReopeningsDocument } from '../../desk/reopening/reopening.generated.ts';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { queue, unusual } from '../../testing/review.fixture.ts';
import { ReviewDesk } from './review-desk.tsx';
import { ApproveValuesDocument } from './review-queue.generated.ts';

const values = ['First', 'Second', 'Third'].map((text, index) => ({
  ...unusual,
  id: `observation-${String(index)}`,
  indicator: `F1.${String(index)}`,
  indicatorName: { ...unusual.indicatorName, text },
  current: { ...unusual.current, id: `revision-${String(index)}` },
}));
const without = (...names: string[]) =>
  values.filter(({ indicatorName }) => !names.includes(indicatorName.text));
const approve = jest.fn(() => ({
  data: { approveValues: { batch: null, observations: [], problems: [] } },
}));
beforeEach(() => {
  approve.mockClear();
});
const approving: MockLink.MockedResponse = {
  request: { query: ApproveValuesDocument, variables: () => true },
  maxUsageCount: 9,
  result: approve,
};
const noReopenings: MockLink.MockedResponse = {
  request: { query: ReopeningsDocument, variables: () => true },
  result: { data: { reopenings: [] } },
};

/** The queue, which has fewer values each time it is asked for. */
async function show(...queues: (typeof values)[]) {
  await renderDesk(<ReviewDesk areaNames={new Map([['KGZ', 'Kyrgyzstan']])} />, {
    me: officer,
    answers: [...queues.map((one) => queue(one, {}, 1)), noReopenings, approving],
  });
  await screen.findByRole('row', { name: /First/ });
  return userEvent.setup();
}
const gone = (name: RegExp) =>
  waitFor(() => expect(screen.queryByRole('row', { name })).toBeNull());
const inFocus = () => document.activeElement?.querySelector('th')?.textContent;

test('after a row was accepted the next one has the focus and is the one for the keys', async () => {
  const user = await show(values, without('Second'), without('Second', 'Third'));
  await user.keyboard('jja');
  await gone(/Second/);
  expect(inFocus()).toMatch(/Third/);
  // nothing is after the last one
  await user.keyboard('a');
  await gone(/Third/);
  expect(inFocus()).toMatch(/First/);
  expect(document.querySelectorAll('[data-current]')).toHaveLength(1);
});

test('j goes on from the row in which somebody pressed', async () => {
  const user = await show(values, without('Second'));
  await user.click(screen.getByRole('button', { name: 'Accept: Second' }));
  await gone(/Second/);
  expect(inFocus()).toMatch(/Third/);
  await user.keyboard('k');
  expect(inFocus()).toMatch(/First/);
});

const current = () => document.querySelector('[data-current] th')?.textContent;

test('another filter takes no row for the keys that nobody has gone to', async () => {
  const asked = values.map((one) => ({
    ...one,
    openQuestion:
      one.indicator === 'F1.0'
        ? null
        : { id: one.id, text: 'Why?', createdAt: '2026-12-01T09:00:00Z' },
  }));
  const user = await show(asked, asked);
  await user.keyboard('j');
  expect(current()).toMatch(/First/);
  await user.click(screen.getByRole('button', { name: /^Only values with an open/ }));
  await gone(/First/);
  expect(current()).toBeUndefined();
  await user.keyboard('axrq');
  expect(approve).not.toHaveBeenCalled();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('a row that somebody else decided gives its place to no other', async () => {
  const user = await show(values, without('First', 'Second'), without('First', 'Second'));
  await user.keyboard('jxj');
  expect(current()).toMatch(/Second/);
  await user.click(screen.getByRole('button', { name: 'Accept' }));
  await gone(/Second/);
  expect(current()).toBeUndefined();
  await user.keyboard('a');
  expect(approve).toHaveBeenCalledTimes(1);
});

test('a key that is held or pressed again meanwhile accepts one row only', async () => {
  const user = await show(values, without('First'), without('First'));
  await user.keyboard('j');
  const press = (repeat: boolean) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'a', repeat });
  press(false);
  press(false);
  press(true);
  await gone(/First/);
  press(true);
  expect(current()).toMatch(/Second/);
  // what was pressed would have been sent by now
  await screen.findByText(/^1 value accepted/);
  expect(approve).toHaveBeenCalledTimes(1);
});

test('after the last row was accepted the heading has the focus', async () => {
  const user = await show(without('Second', 'Third'), []);
  await user.keyboard('ja');
  await gone(/First/);
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
});
