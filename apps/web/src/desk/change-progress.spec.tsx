import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { officer, renderDesk } from '../testing/render-desk.tsx';
import { ChangeProgress, useChangeProgress } from './change-progress.tsx';
import type { ChangeProgressQuery } from './change-progress.generated.ts';
import type { Problem } from './problem-text.ts';

type Told = NonNullable<ChangeProgressQuery['changeProgress']>;
const running: Told = {
  ...{ state: 'RUNNING', step: 'CHECKING', done: 3000, values: 12_000, problems: [] },
};

function Desk({ of = 'return-1' }: { of?: string | null }) {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const progress = useChangeProgress(of, { busy, problems });
  const lose = () => {
    setBusy(false);
    setProblems([{ code: 'UNREACHABLE', params: [] }]);
  };
  return (
    <>
      <ChangeProgress name="Accepting" progress={progress} />
      <button disabled={progress.isAwaited} onClick={() => setBusy(true)}>
        Accept
      </button>
      <button onClick={() => setBusy(false)}>Answered</button>
      <button onClick={lose}>Lost</button>
    </>
  );
}

/** Shows the progress that the server reports, and returns a way to let it report another. */
async function show(first: Told | null) {
  let now = first;
  const ChangeProgress = () => ({ changeProgress: now });
  await renderDesk(<Desk />, { me: officer, answers: { ChangeProgress } });
  return (told: Told | null) => {
    now = told;
  };
}
const PATIENT = [{}, { timeout: 5000 }] as const;
const accept = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Accept' });

test('what was begun before the page was opened is shown until it ends, and is not begun again meanwhile', async () => {
  const tell = await show(running);
  await screen.findByText('3,000 of 12,000 values checked');
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Accepting' });
  expect([bar.value, bar.max]).toEqual([3000, 12_000]);
  expect(screen.getByRole('status').contains(bar)).toBe(true);
  expect(accept().disabled).toBe(true);
  tell({ ...running, step: 'WRITING', done: 2000 });
  await screen.findByText('Nearly done: 2,000 of 12,000 values stored', ...PATIENT);
  tell({ ...running, state: 'DONE', done: 12_000 });
  await screen.findByText('Done: 12,000 values.', ...PATIENT);
  expect(accept().disabled).toBe(false);
});

test('how it ended is said to who opens the page later, with its reasons', async () => {
  const problems = [{ code: 'NOTHING_TO_APPROVE', field: null, params: [] }];
  await show({ ...running, state: 'REFUSED', problems });
  expect(await screen.findByText('It was refused, and nothing was changed.')).toBeTruthy();
  expect(screen.getByRole('alert')).toBeTruthy();
});

test('that it broke off is said', async () => {
  await show({ ...running, state: 'FAILED' });
  expect(await screen.findByText(/^It broke off. Please look whether it was stored/)).toBeTruthy();
});

test('what this page does moves before anything is told of it, and ends with its answer', async () => {
  const user = userEvent.setup();
  const tell = await show(null);
  expect(screen.queryByRole('progressbar')).toBeNull();
  await user.click(accept());
  const bar = await screen.findByRole('progressbar', { name: 'Accepting' });
  expect(bar.hasAttribute('value')).toBe(false);
  tell(running);
  await screen.findByText('3,000 of 12,000 values checked', ...PATIENT);
  tell({ ...running, state: 'DONE', done: 12_000 });
  await user.click(screen.getByRole('button', { name: 'Answered' }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull(), PATIENT[1]);
  expect(screen.queryByText('Done: 12,000 values.')).toBeNull();
});

test('of what this page began and whose answer was lost it is said how it ended', async () => {
  const user = userEvent.setup();
  const tell = await show(null);
  await user.click(accept());
  tell(running);
  await screen.findByText('3,000 of 12,000 values checked', ...PATIENT);
  await user.click(screen.getByRole('button', { name: 'Lost' }));
  expect(screen.getByRole('progressbar')).toBeTruthy();
  tell({ ...running, state: 'DONE', done: 12_000 });
  await screen.findByText('Done: 12,000 values.', ...PATIENT);
  expect(accept().disabled).toBe(false);
});

test('where nothing is shown of it, nothing is asked', async () => {
  await renderDesk(<Desk of={null} />, { me: officer, answers: {} });
  expect(accept().disabled).toBe(false);
  expect(screen.queryByRole('status')).toBeNull();
});
