import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const press = (name: string | RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the link for a new address', () => {
  it('changes it by a button, not by being opened', async () => {
    const calls = deskApi(
      null,
      {},
      {
        '/auth/email': () => [200, { email: 'aida@new.example', name: 'Aida' }],
        '/auth/email/confirm': () => [200, { problems: [] }],
      },
    );
    await renderApp('/en/account/email#token=good', {});
    await screen.findByText(/from now on you sign in with aida@new.example/);
    expect(calls.map(({ path }) => path)).not.toContain('/auth/email/confirm');
    await press('Confirm');
    expect(await screen.findByText('Your e-mail is changed')).toBeTruthy();
    expect(calls.at(-1)).toEqual({ path: '/auth/email/confirm', body: { token: 'good' } });
  });

  it('that does not work any more says so', async () => {
    const missing = { errors: [{ extensions: { code: 'NOT_FOUND' } }] };
    deskApi(null, {}, { '/auth/email': () => [404, missing] });
    await renderApp('/en/account/email#token=used', {});
    expect(await screen.findByText('This link does not work any more')).toBeTruthy();
  });
});

describe('the link of an invitation', () => {
  const path = '/auth/invitation';

  it('that does not work any more says whom to ask', async () => {
    const missing = { errors: [{ extensions: { code: 'NOT_FOUND' } }] };
    deskApi(null, {}, { [path]: () => [404, missing] });
    await renderApp('/en/account/invitation#token=used', {});
    expect(
      await screen.findByText(/Ask for a new link on the sign-in page, or ask your administrator/),
    ).toBeTruthy();
  });

  it('may be read in another language, whose address does not have it', async () => {
    const calls = deskApi(null, {}, { [path]: () => [200, { email: 'a@b', name: 'Aida' }] });
    await renderApp('/en/account/invitation#token=good', {});
    await screen.findByText('For Aida, a@b.');
    await renderApp('/ru/account/invitation', {});
    await screen.findByText('Aida, a@b.');
    expect(calls.filter((call) => call.path === path).at(-1)?.body).toEqual({ token: 'good' });
  });

  it('sets a password, or says why it cannot be that one', async () => {
    const common = { problems: [{ code: 'PASSWORD_COMMON', params: [] }] };
    const calls = deskApi(
      null,
      {},
      {
        [path]: () => [200, { email: 'aida@stat.example', name: 'Aida' }],
        [`${path}/accept`]: ({ password }) => [
          200,
          password === 'unlucky phrase here' ? common : { problems: [] },
        ],
      },
    );
    await renderApp('/en/account/invitation#token=good', {});
    await screen.findByText('For Aida, aida@stat.example.');
    type(/^New password$/, 'unlucky phrase here');
    await press('Set the password');
    expect(screen.getByRole('alert').textContent).toContain('tried first');
    const asked = calls.length;
    for (const [wrong, said] of [
      ['йцукенгшщзхъ', 'tried first'],
      ['қысқа', '12 to 256'],
    ] as const) {
      type(/^New password$/, wrong);
      await press('Set the password');
      expect(screen.getByRole('alert').textContent).toContain(said);
    }
    expect(calls).toHaveLength(asked); // the page finds the mistake itself, without asking the server
    type(/^New password$/, 'correct horse battery');
    await press('Set the password');
    expect(await screen.findByText('Your password is set')).toBeTruthy();
    expect(calls.at(-1)?.body).toEqual({ token: 'good', password: 'correct horse battery' });
  });
});

describe('a forgotten password', () => {
  it('says the same whether there is an account', async () => {
    const calls = deskApi(null, {}, { '/auth/forgotten': () => [202, {}] });
    await renderApp('/en/account/forgotten', {});
    await screen.findByRole('heading', { name: 'A new password' });
    type(/E-mail/, 'aida@example.org');
    await press('Send the link');
    expect(await screen.findByText(/If there is an account with this e-mail/)).toBeTruthy();
    expect(calls.at(-1)).toEqual({ path: '/auth/forgotten', body: { email: 'aida@example.org' } });
  });
});
