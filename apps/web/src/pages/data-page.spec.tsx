import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { EXAMPLES } from '../features/open-data/examples.ts';
import { renderApp } from '../testing/render-app.tsx';

const openData = {
  release: {
    number: '2026.2',
    asOfYear: 2025,
    latest: true,
    publishedAt: '2026-11-25T08:00:00Z',
    previous: '2026.1',
  },
  rows: 1234,
  hidden: 2,
  firstYear: 2000,
  lastYear: 2025,
  files: [
    {
      id: 'csv',
      path: '/data/all.csv?release=2026.2&lang=en',
      mediaType: 'text/csv',
      bytes: 412_300,
    },
    {
      id: 'xlsx',
      path: '/data/all.xlsx?release=2026.2&lang=en',
      mediaType: 'x/xlsx',
      bytes: 1_260_000,
    },
    { id: 'new', path: '/data/all.new', mediaType: 'text/new', bytes: null },
  ],
  standards: [
    {
      id: 'sdmx-csv',
      path: '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*?format=csv',
      mediaType: 'text/csv',
    },
    { id: 'iati', path: '/iati/activities.xml?release=2026.2', mediaType: 'application/xml' },
  ],
  indicators: [
    { code: 'A4.2', name: { lang: 'en', text: 'Violence by a partner' }, rows: 12, hidden: 2 },
  ],
  licences: [
    { licence: 'CC BY 4.0', rows: 1000, sources: 3 },
    { licence: 'CC BY 3.0 IGO', rows: 234, sources: 0 },
  ],
};

describe('the page of open data', () => {
  it('offers every format with its size, for most readers first, and one nobody wrote words for yet', async () => {
    await renderApp('/en/data', { openData });
    const [list] = screen
      .getAllByRole('list')
      .filter((one) => within(one).queryByText('Excel workbook'));
    const cards = within(list as HTMLElement).getAllByRole('listitem');
    expect(cards.map((card) => card.textContent)).toEqual([
      expect.stringMatching(/^Excel workbook 1\.3 MB/),
      expect.stringMatching(/^CSV for programs 412 kB/),
      'new text/new',
    ]);
    expect(screen.getByRole('link', { name: 'Excel workbook' }).getAttribute('href')).toBe(
      '/data/all.xlsx?release=2026.2&lang=en',
    );
  });

  it('offers the release by the standards that other systems read', async () => {
    await renderApp('/en/data', { openData });
    const hrefs = ['SDMX-CSV 2.0', 'IATI 2.03'].map((name) =>
      screen.getByRole('link', { name }).getAttribute('href'),
    );
    expect(hrefs).toEqual(openData.standards.map(({ path: address }) => address));
  });

  it('says what is hidden, under which licences the values stand and how to cite them', async () => {
    await renderApp('/en/data', { openData });
    expect(screen.getByText(/^2 cells are hidden to protect people/)).toBeTruthy();
    const table = screen.getByRole('table', { name: /Values by licence/ });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows.slice(1)).toEqual([
      'CC BY 4.01,0003',
      'CC BY 3.0 IGO234reported by the ministries',
    ]);
    expect(screen.getByText(/2026\.2.+https:\/\/qadam\.test\/en\/releases\/2026\.2/)).toBeTruthy();
  });

  it('leads to each indicator in each format, of this release and language', async () => {
    await renderApp('/ru/data', { openData });
    const link = screen.getByRole('link', { name: 'A4.2 в формате XLSX' });
    expect(link.getAttribute('href')).toBe('/data/indicators/A4.2.xlsx?release=2026.2&lang=ru');
  });

  it('says so where nothing was released yet', async () => {
    await renderApp('/en/data', { openData: null });
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('the page of the API', () => {
  it('shows the examples of docs/api.md, which the tests of the API run, with its own address', async () => {
    await renderApp('/en/about/api', {});
    const docs = readFileSync(path.join(import.meta.dirname, '../../../../docs/api.md'), 'utf8');
    for (const [name, code] of Object.entries(EXAMPLES)) {
      expect([name, docs.includes(code)]).toEqual([name, true]);
      const shown = code.replaceAll('http://localhost:3000', 'https://qadam.test');
      const found = [...document.querySelectorAll('pre')].some((pre) => pre.textContent === shown);
      expect([name, found]).toEqual([name, true]);
    }
  });
});
