import { expect, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deskApi } from '../../testing/desk-api.ts';
import { renderApp } from '../../testing/render-app.tsx';

interface Asked {
  filter: { who?: string } | null;
  after?: string | null;
}
const event = (number: number) => ({
  ...{ number, at: '2026-12-01T10:00:00Z', operation: 'SIGN_IN', subject: 's', subjectName: null },
  ...{ actor: null, role: null, area: null, changes: [] },
});

/** The desk, of which every search has one event and more; a further part waits until `release` is called. */
async function show() {
  let release: () => void = () => undefined;
  const waits = new Promise<void>((done) => {
    release = done;
  });
  const auditEvents = async ({ filter, after }: Asked) => {
    const first = filter?.who === undefined ? 3 : 103;
    if (after == null) return { events: [event(first)], next: String(first) };
    await waits;
    return { events: [event(2)], next: null };
  };
  deskApi({ role: 'ADMIN' }, { duties: [], auditEvents, auditOperations: ['SIGN_IN'] });
  await renderApp('/en/admin/audit', {});
  await screen.findByText(/Event 3$/);
  return { user: userEvent.setup({ document }), release };
}
const settled = () => act(() => new Promise((done) => setTimeout(done, 100)));
const who = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Who' });

test('a search leaves the focus where it is, and clearing empties every field', async () => {
  const { user } = await show();
  await user.type(who(), 'Aigul{Enter}');
  await screen.findByText(/Event 103$/);
  expect(document.activeElement).toBe(who());
  const clear = screen.getByRole('button', { name: 'Clear' });
  await user.click(clear);
  await screen.findByText(/Event 3$/);
  expect(document.activeElement).toBe(clear);
  expect(who().value).toBe('');
  // typed, but not searched for
  await user.type(who(), 'Bek');
  await user.click(clear);
  expect(who().value).toBe('');
});

test('the form shows a search that was chosen elsewhere on the page', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('link', { name: 's' }));
  const subject = screen.getByRole<HTMLInputElement>('textbox', { name: 'To what' });
  await settled();
  expect(subject.value).toBe('s');
});

test('a further part of one search is not added to another', async () => {
  const { user, release } = await show();
  await user.click(screen.getByRole('button', { name: /more/ }));
  await user.type(who(), 'Aigul{Enter}');
  await screen.findByText(/Event 103$/);
  release();
  await settled();
  expect(screen.queryByText(/Event 2$/)).toBeNull();
});
