import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const offer = (singleSignOn: boolean, next: object | null = null) =>
  deskApi(null, {}, { '/auth/sign-in': () => [200, { singleSignOn, next }] });

describe('the sign-in page', () => {
  it('leads to the sign-in of the organisation, and back to where one wanted to go', async () => {
    offer(true);
    await renderApp('/en/sign-in?next=/en/review', {});
    const link = await screen.findByRole('link', { name: /account of your organisation/ });
    expect(link.getAttribute('href')).toBe('/auth/single-sign-on?lang=en&next=%2Fen%2Freview');
  });

  it('says nothing of it where there is none', async () => {
    offer(false);
    await renderApp('/en/sign-in', {});
    await screen.findByRole('button', { name: 'Sign in' });
    expect(screen.queryByRole('link', { name: /organisation/ })).toBeNull();
  });

  it('goes on with the second factor of a sign-in that came back from there', async () => {
    offer(true, { step: 'SHOW_FACTOR', factors: ['TOTP'] });
    await renderApp('/en/sign-in', {});
    expect(await screen.findByText('Please show your second factor.')).toBeTruthy();
  });

  it.each([
    ['NO_ACCOUNT', /no account here/],
    ['PENDING', /second person confirms/],
    ['PROVIDER', /did not answer as expected/],
    ['<b>', /did not answer as expected/],
  ])('says why nobody was let in: %s', async (failed, text) => {
    offer(true);
    await renderApp(`/en/sign-in?failed=${encodeURIComponent(failed)}`, {});
    expect((await screen.findByRole('alert')).textContent).toMatch(text);
  });
});
