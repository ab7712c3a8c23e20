import { expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
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
const approving: MockLink.MockedResponse = {
  request: { query: ApproveValuesDocument, variables: () => true },
  maxUsageCount: 9,
  result: { data: { approveValues: { batch: null, observations: [], problems: [] } } },
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
