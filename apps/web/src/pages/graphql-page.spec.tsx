import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../testing/render-app.tsx';

const answers: ((url: string) => Promise<Response>)[] = [];
const asked: string[] = [];
const original = globalThis.fetch;
beforeEach(() => {
  answers.length = asked.length = 0;
  globalThis.fetch = jest.fn((url: string | URL | Request) => {
    const address = url as string;
    // the editor cannot be loaded: the page keeps its plain fields
    if (address.startsWith('/data/')) return Promise.reject(new Error('away'));
    asked.push(address);
    return answers.shift()?.(address) ?? Promise.reject(new Error('away'));
  });
});
afterEach(() => {
  globalThis.fetch = original;
});

const json = (body: object) => () => Promise.resolve(Response.json(body));
const variables = () => screen.getByLabelText('Variables (JSON)');
const run = () => userEvent.click(screen.getByRole('button', { name: 'Run' }));

describe('the page for trying queries', () => {
  it('asks the public endpoint by GET and shows the answer in lines', async () => {
    answers.push(json({ data: { scorecard: null } }));
    await renderApp('/en/about/graphql', {});
    await run();
    const shown = await screen.findByText(/"scorecard": null/);
    expect(shown.textContent).toContain('\n');
    const search = new URLSearchParams(asked[0]?.split('?')[1]);
    expect(search.get('query')).toContain('scorecard(lang: $lang)');
    expect(search.get('variables')).toBe('{"lang":"en"}');
  });

  it('is a form that a browser sends by itself', async () => {
    await renderApp('/ru/about/graphql?example=values', {});
    const form = document.querySelector('form[action="/graphql"]') as HTMLFormElement;
    expect(form.method).toBe('get');
    const sent = Object.fromEntries(new FormData(form));
    expect(sent['query']).toContain('query Values');
    expect(JSON.parse(sent['variables'] as string)).toMatchObject({ lang: 'ru' });
  });

  it('says where the variables are no JSON, and asks nothing', async () => {
    await renderApp('/en/about/graphql', {});
    await userEvent.type(variables(), 'x');
    expect(screen.getByRole('alert').textContent).toMatch(/not a JSON object/);
    await run();
    expect(asked).toEqual([]);
  });

  it('shows the answer of what was asked last, and says where none came', async () => {
    let arrive: (answer: Response) => void = () => undefined;
    const slow = new Promise<Response>((resolve) => (arrive = resolve));
    answers.push(() => slow, json({ data: 'second' }));
    await renderApp('/en/about/graphql', {});
    await run();
    await run();
    await screen.findByText(/second/);
    arrive(Response.json({ data: 'first' }));
    // long enough for the late answer to be read and shown
    await act(() => new Promise((done) => setTimeout(done, 20)));
    expect(screen.queryByText(/first/)).toBeNull();
    await run();
    expect(await screen.findByText(/There is no answer/)).toBeTruthy();
  });

  it('is kept out of search engines', async () => {
    await renderApp('/en/about/graphql', {});
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
  });
});
