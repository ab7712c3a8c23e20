import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { changes } from '../testing/changes.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';

const releases = ['2026.2', '2026.1'].map((number) => ({
  number,
  asOfYear: 2025,
  publishedAt: '2026-11-25T01:00:00Z',
  annual: true,
  latest: number === '2026.2',
  previous: null,
  note: { lang: 'en', text: '' },
  methodVersion: '1.0',
  contentHash: '',
  auditHead: '',
}));
const open = () => renderApp('/en/changes', { changes, releases });
const entry = (name: string) => screen.getByRole('link', { name }).closest('li')?.textContent;

describe('what changed', () => {
  it('says from which release to which, and how much of each kind', async () => {
    await open();
    expect(
      screen.getByText('From release 2026.1 (as of 2022) to release 2026.2 (as of 2025).'),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: '1 Status went down' }).getAttribute('href')).toBe(
      '#STATUS_DOWN',
    );
  });

  it('shows a status before and after in words', async () => {
    await open();
    expect(entry('Married before 15')).toMatch(/A4.3 · Kazakhstan.*on track.*to.*delayed/);
  });

  it('begins with how far the actions moved, by how much, in words', async () => {
    await open();
    expect(entry('An agenda of its own')).toMatch(
      /A1 · Kazakhstan.*under way.*40%.*to.*mostly done.*70%.*\+30 points/,
    );
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)[0]).toBe(
      'Moved forward (1)',
    );
  });

  it('names what is newly known, and gives it no direction', async () => {
    await open();
    expect(entry('Harassment defined')).toMatch(
      /not known.*to.*under way.*40%.*Hostile environment covered/,
    );
    expect(entry('Harassment defined')).not.toMatch(/points/);
  });

  it('names the element of a law that a stage is of', async () => {
    await open();
    expect(entry('Labour Code definition')).toMatch(/A2.1 · .* · Hostile environment covered/);
  });

  it('says once that the method changed', async () => {
    await renderApp('/en/changes', {
      changes: { ...changes, items: [], methodChanged: true },
      releases,
    });
    expect(screen.getAllByText(/The method changed between these releases/)).toHaveLength(1);
  });

  it('says how many new values there are where they are too many to list', async () => {
    await renderApp('/en/changes', {
      changes: { ...changes, items: [], unlisted: [{ class: 'NEW', count: 5001 }] },
      releases,
    });
    expect(screen.getByRole('heading', { name: 'New values (5,001)' })).toBeTruthy();
    expect(
      screen.getByText(
        /^5,001 changes are not listed here\. All changes are in the files of both releases/,
      ),
    ).toBeTruthy();
    expect(screen.queryByText(/Nothing changed between/)).toBeNull();
  });

  it('counts the changes of a class that are not listed with those that are', async () => {
    const unlisted = [{ class: 'REVISED', count: 1200 }];
    await renderApp('/en/changes', { changes: { ...changes, unlisted }, releases });
    const title = screen.getByRole('heading', { name: /^Values revised \(1,2/ });
    expect(title.textContent).toBe(
      `Values revised (${(1200 + changes.items.filter((item) => item.class === 'REVISED').length).toLocaleString('en')})`,
    );
    expect(title.closest('section')?.textContent).toContain('1,200 changes are not listed');
    expect(screen.getAllByText(/not listed here/)).toHaveLength(1);
  });

  it('can be asked by the year that the figures are as of', async () => {
    const years = releases.map((one, at) => ({ ...one, asOfYear: 2025 - at }));
    await renderApp('/en/changes?year=2024', { changes, releases: years });
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: /figures as of/ });
    expect([choice.value, [...choice.options].map(({ value }) => value)]).toEqual([
      '2024',
      ['2024'],
    ]);
    expect(choice.closest('form')?.getAttribute('action')).toBe('/en/changes');
  });

  it('shows a revision with both values, the difference and its reason', async () => {
    await open();
    expect(entry('Married before 18')).toMatch(
      /2023.*23\.1%.*23\.4%.*\(\+0\.3\).*late returns included/,
    );
  });

  it('says of a value that is now hidden nothing else', async () => {
    await open();
    expect(entry('Women examined')).toBe(
      'Women examinedA3.6 · Kyrgyzstan · 2023chidden to protect people',
    );
  });

  it('leaves the first release uncompared', async () => {
    await renderApp('/en/changes', { changes: { ...changes, from: null, items: [] }, releases });
    expect(screen.getByText(/Release 2026.2 is the first/)).toBeTruthy();
  });

  it('says since which day, and which release stood then', async () => {
    await renderApp('/en/changes?since=2026-03-01', { changes, releases });
    expect(
      screen.getByText(
        'Since 1 March 2026, when release 2026.1 (as of 2022) was the current one, to release 2026.2 (as of 2025).',
      ),
    ).toBeTruthy();
  });

  it('says that nothing is newer than the day, or that nothing was published then', async () => {
    await renderApp('/en/changes?since=2026-12-01', {
      changes: { ...changes, from: changes.to, items: [] },
      releases,
    });
    expect(screen.getByText(/On 1 December 2026 release 2026.2 was already/)).toBeTruthy();
    await renderApp('/en/changes?since=2020-01-01', {
      changes: { ...changes, from: null, items: [] },
      releases,
    });
    expect(screen.getByText(/On 1 January 2020 nothing had been published/)).toBeTruthy();
  });

  it('drops a day that is none', async () => {
    await renderApp('/en/changes?since=2026-02-31', { changes, releases });
    expect(document.querySelector('h1 + p')?.textContent).toMatch(/^From release 2026.1/);
  });

  it('gives whoever is not remembered an address to come back to', async () => {
    await open();
    const link = screen.getByRole('link', { name: 'What changed after release 2026.2' });
    expect(link.getAttribute('href')).toBe('/en/changes?from=2026.2');
  });
});
