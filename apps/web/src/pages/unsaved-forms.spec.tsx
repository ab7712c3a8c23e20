import { afterEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const confirm = jest.fn<(question?: string) => boolean>();
window.confirm = confirm;
afterEach(() => {
  confirm.mockReset();
});

const open = async () => {
  deskApi(
    { role: 'ADMIN' },
    { organisations: [], reportingAreas: [], auditEvents: { events: [], next: null } },
  );
  await renderApp('/en/admin/organisations', {});
  await userEvent.click(await screen.findByRole('button', { name: 'Add an organisation' }));
};
const leave = () => {
  const [link] = screen.getAllByText('Audit', { selector: 'a' });
  if (link) fireEvent.click(link);
};
const field = () => screen.getByRole('textbox', { name: 'Code' });

test('a dialog in which something was typed is not left without a question', async () => {
  await open();
  await userEvent.type(field(), 'KGZ-9');
  confirm.mockReturnValue(false);
  leave();
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  expect(field()).toBeTruthy();
  confirm.mockReturnValue(true);
  leave();
  await screen.findByRole('heading', { name: 'Audit' });
});

test('a link that loads the whole site anew asks, too', async () => {
  await open();
  await userEvent.type(field(), 'KGZ-9');
  confirm.mockReturnValue(false);
  const [wordmark] = screen.getAllByText('Qadam', { selector: 'a, a *' });
  if (wordmark) fireEvent.click(wordmark);
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  expect(field()).toBeTruthy();
});

test('a dialog in which nothing was typed is left without one', async () => {
  await open();
  leave();
  await screen.findByRole('heading', { name: 'Audit' });
  expect(confirm).not.toHaveBeenCalled();
});
