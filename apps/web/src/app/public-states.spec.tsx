import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import { renderApp } from '../testing/render-app.tsx';

/** Pages that exist before the first release. */
const empty = ['', '/countries', '/changes', '/releases', '/compare', '/quality', '/data'];
/** Pages that exist only if a release contains them. */
const absent = [
  '/actions/A1',
  '/indicators/A4.2',
  '/countries/KGZ',
  '/brief/KGZ',
  '/brief/region',
  '/releases/2026.1',
  '/quality?c=KGZ',
  '/data?release=2026.1',
];
const beside = ['/help', '/about/licences', '/search?q=law'];

const broken = () => {
  throw new GraphQLError('broken', { extensions: { requestId: 'req-42' } });
};
const asks =
  'scorecard action indicator country changes changeLog compare dataQuality helpLines openData releases search sources';
const fails = Object.fromEntries(asks.split(' ').map((name) => [name, broken]));
const nothing = { releases: [] };

describe('a public page', () => {
  it.each([...empty, ...absent, ...beside])(
    '/en%s names the reference of a fault and offers another try',
    async (path) => {
      await renderApp(`/en${path}`, fails);
      const alert = within(screen.getByRole('alert'));
      expect(alert.getByText('Reference: req-42')).toBeTruthy();
      expect(alert.getByRole('button', { name: 'Try again' })).toBeTruthy();
    },
  );

  it.each(empty)('/en%s says that nothing has been published yet', async (path) => {
    await renderApp(`/en${path}`, nothing);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Nothing has been published yet',
    );
  });

  it.each(absent)('/en%s is not found and offers a search', async (path) => {
    await renderApp(`/en${path}`, nothing);
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('heading', { level: 1 }).textContent).toBe('This page does not exist');
    expect(main.getByRole('searchbox')).toBeTruthy();
  });
});
