import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { action } from '../testing/action.fixture.ts';
import { country } from '../testing/country.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';

/** The links outside the menus that are told as the page that is open. */
const current = () =>
  [...document.querySelectorAll('a[aria-current="page"]')]
    .filter((link) => link.closest('nav') === null)
    .map(({ textContent }) => textContent);

test('on the page of an action no link to a page above it is told as the current page', async () => {
  await renderApp('/en/actions/A2', { action, changeLog: [] });
  expect(screen.getAllByRole('link', { name: 'Overview' }).length).toBeGreaterThan(1);
  expect(current()).toEqual([]);
});

test('on the page of a country no link to a page above it is told as the current page', async () => {
  await renderApp('/en/countries/KGZ', { country, changes: null });
  expect(screen.getAllByRole('link', { name: 'Countries' }).length).toBeGreaterThan(1);
  expect(current()).toEqual([]);
});
