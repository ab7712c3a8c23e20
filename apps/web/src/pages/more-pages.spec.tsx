import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { languages } from '@qadam/i18n';
import { renderApp } from '../testing/render-app.tsx';

const name = (text: string) => ({ lang: 'en', text });
const release = {
  number: '2026.2',
  asOfYear: 2025,
  publishedAt: '2026-11-28T08:00:00+06:00',
  latest: true,
  previous: '2026.1',
};
const answers = {
  releases: [],
  scorecard: {
    areas: [
      { code: 'KAZ', kind: 'COUNTRY', name: name('Kazakhstan') },
      { code: 'CA4', kind: 'GROUP', name: name('All four') },
    ],
    rows: [{ action: { code: 'A4', title: name('Marriage') } }],
  },
  actions: [{ code: 'A4', title: name('Marriage') }],
  indicators: {
    release,
    indicators: [
      { code: 'A4.2', name: name('Early'), known: 4, uses: [{ action: 'A4', role: 'HEADLINE' }] },
      { code: 'A4.4', name: name('Births'), known: 0, uses: [{ action: 'A4', role: 'CONTEXT' }] },
      { code: 'C1', name: name('Violence'), known: 1, uses: [] },
    ],
  },
};

/** A server that answers the forms of these pages, each time with the next problems; returns what was sent. */
function answering(...problems: string[][]) {
  const sent: { url: string; fields: Record<string, string> }[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
    sent.push({
      url: new URL(url as string, 'https://qadam.test').pathname,
      fields: Object.fromEntries(init?.body as URLSearchParams),
    });
    const codes = problems.shift() ?? [];
    return Promise.resolve(
      new Response(JSON.stringify({ problems: codes.map((code) => ({ code, params: [] })) })),
    );
  });
  return sent;
}
afterEach(() => {
  jest.restoreAllMocks();
});

describe('the list of indicators', () => {
  it('stands by action, and says where there are no values yet', async () => {
    await renderApp('/en/indicators', answers);
    expect(screen.getByText('There are values for 2 of 3 indicators.')).toBeTruthy();
    const marks = screen.getAllByText('no values yet');
    expect(marks.map((mark) => mark.closest('li')?.textContent)).toEqual([
      expect.stringContaining('A4.4'),
    ]);
    expect(screen.getByRole('heading', { name: 'In no action' })).toBeTruthy();
  });
});

describe('the page about the site', () => {
  it('says how to report an error, and that no address was named where none was', async () => {
    await renderApp('/en/about', answers);
    expect(screen.getByRole('link', { name: 'Report an error' }).getAttribute('href')).toBe(
      '/en/about/report',
    );
    expect(document.body.textContent).toContain('has not named an address');
  });
});

describe('the glossary', () => {
  it('has each word in the language of the page first and in the five others', async () => {
    await renderApp('/kk/about/glossary', answers);
    const [first] = screen.getAllByRole('term');
    expect(first?.textContent).toBe('гендерлік зорлық-зомбылық');
    const others = first?.parentElement?.querySelectorAll('dd li');
    expect(others).toHaveLength(languages.length - 1);
  });
});

describe('news by mail', () => {
  it('are asked for with an address and one choice, and lead to the mailbox', async () => {
    const sent = answering();
    await renderApp('/en/about/news?to=KAZ', answers);
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('KAZ');
    await userEvent.selectOptions(screen.getByRole('combobox'), 'A4');
    await userEvent.type(screen.getByRole('textbox', { name: /E-mail/ }), 'me@mail.example');
    await userEvent.click(screen.getByRole('button', { name: 'Ask for the e-mails' }));
    await screen.findByText('One more step: look into your mailbox');
    expect(sent).toEqual([
      { url: '/en/about/news', fields: { about: 'A4', email: 'me@mail.example' } },
    ]);
  });

  it('keep what was typed when they are refused, and say why', async () => {
    answering(['EMAIL_INVALID']);
    await renderApp('/en/about/news', answers);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: /E-mail/ });
    await userEvent.type(field, 'me@mail');
    await userEvent.click(screen.getByRole('button', { name: 'Ask for the e-mails' }));
    expect((await screen.findByRole('alert')).textContent).toBe('This is not an e-mail address.');
    expect(field.value).toBe('me@mail');
  });

  it('say without JavaScript what came of it', async () => {
    await renderApp('/en/about/news?said=TOO_OFTEN', answers);
    expect(screen.getByRole('alert').textContent).toContain('Please try again later');
  });

  it('are confirmed by a button, not by opening the link alone', async () => {
    const sent = answering();
    await renderApp('/en/about/news/confirm?token=abc.def', answers);
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    await waitFor(() => expect(screen.getByText('Confirmed')).toBeTruthy());
    expect(sent).toEqual([{ url: '/en/about/news/confirm', fields: { token: 'abc.def' } }]);
  });
});
