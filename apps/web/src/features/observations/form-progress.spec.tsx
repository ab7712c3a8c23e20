import { afterEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { setSharedComputer } from '../../desk/shared-computer.ts';
import { cell, form } from '../../testing/form.fixture.ts';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import { ReturnForm } from './return-form.tsx';

afterEach(async () => {
  setSharedComputer(false);
  await purgeDrafts(reporter.id);
});

/** Does the browser ask before the tab is closed? */
function asksBeforeLeaving(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

test('a source typed before its value is said to be kept here, and is not lost unasked', async () => {
  setSharedComputer(true);
  await renderDesk(
    <ReturnForm
      form={form(cell)}
      filter={{ only: null, section: null, cell: null }}
      actionTitles={new Map()}
    />,
  );
  expect(await screen.findByText('Nothing unsaved')).toBeTruthy();
  expect(asksBeforeLeaving()).toBe(false);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/^Source: Officers trained/), 'Order 8');
  await user.tab();
  expect(
    await screen.findByText(
      'A source or comment is kept here until its value is typed',
      undefined,
      {
        timeout: 5000,
      },
    ),
  ).toBeTruthy();
  expect(asksBeforeLeaving()).toBe(true);
});
