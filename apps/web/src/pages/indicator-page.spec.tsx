import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createMemoryHistory } from '@tanstack/react-router';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clientFor } from '../app/apollo.ts';
import { App } from '../app/app.tsx';
import type { AppContext } from '../app/context.ts';
import { createI18n } from '../app/i18n.ts';
import { linkTo } from '../app/link-to.ts';
import { createAppRouter } from '../app/router.tsx';
import type { IndicatorData } from '../features/indicators/indicator-data.ts';
import {
  assessment,
  indicatorData,
  series,
  target,
  value,
} from '../features/indicators/indicator.fixture.ts';
import { publicApi } from '../testing/public-api.ts';

afterEach(cleanup);

// what jsdom lacks of a dialog
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});

async function open(path: string, data: IndicatorData | null = indicatorData()) {
  const indicator = jest.fn(() => data);
  const context: AppContext = {
    client: clientFor(linkTo(publicApi({ indicator }))),
    i18n: await createI18n('en'),
    lang: 'en',
    origin: 'https://qadam.example',
    demo: true,
    contact: null,
    help: true,
    nonce: undefined,
    session: false,
  };
  const router = createAppRouter(context, createMemoryHistory({ initialEntries: [`/en${path}`] }));
  await router.load();
  render(<App router={router} context={context} />, { container: document });
  await screen.findByRole('heading', { level: 1 });
  return { router, asked: indicator, user: userEvent.setup({ document }) };
}

const chartTable = () => screen.getByRole('table', { name: /numbers of the chart/i });
const tile = (country: string) =>
  screen.getByRole('heading', { level: 3, name: country }).closest('li') ??
  document.createElement('li');

describe('the page of an indicator', () => {
  test('says what it measures, in which unit, and where each country stands', async () => {
    await open('/indicators/A4.2');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Married or in a union before 18, % of women 20–24',
    );
    expect(
      screen.getByText(/^Delayed: Kyrgyzstan\. No data since the baseline: Kazakhstan\./),
    ).toBeTruthy();
    expect(within(tile('Kyrgyzstan')).getByText('delayed')).toBeTruthy();
    expect(
      within(tile('Kyrgyzstan')).getByText('29% of the way to the target; 42% was due by 2023'),
    ).toBeTruthy();
    expect(within(tile('Kyrgyzstan')).getByText('1.7 points behind')).toBeTruthy();
    expect(within(tile('Uzbekistan')).getByText('not reported')).toBeTruthy();
  });

  test('the table holds the plotted numbers; a gap is not reported and a hidden value is no number', async () => {
    await open('/indicators/A4.2');
    const row = (year: string) =>
      within(
        within(chartTable()).getByRole('rowheader', { name: year }).closest('tr') ??
          document.createElement('tr'),
      );
    expect(
      row('2023')
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['not reported', '3.3%', '9.2%P', '7.5%', 'not reported', 'not reported', '']);
    expect(row('2017').getAllByRole('cell')[4]?.textContent).toBe('chidden to protect people');
    expect(row('2030').getAllByText('target')).toHaveLength(3);
    expect(document.body.textContent).not.toMatch(/NaN|undefined|null/);
  });

  test('names the source of every value, the competing figure and why it was not used', async () => {
    await open('/indicators/A4.2?c=KGZ');
    const values = screen.getByRole('table', { name: 'Values of Kyrgyzstan' });
    expect(within(values).getByText(/The national figure was chosen/)).toBeTruthy();
    expect(within(values).getByText('9.57%')).toBeTruthy();
    expect(within(values).getByText('provisional')).toBeTruthy();
    expect(
      within(values).getAllByRole('link', { name: 'National Statistical Committee, 2024' }),
    ).toHaveLength(2);
    expect(
      screen.getByText(
        'Source: National Statistical Committee · updated 25 November 2026 · 1 value not final',
      ),
    ).toBeTruthy();
  });

  test('a number leads to its receipt, which has an address and leads back', async () => {
    const { router, user } = await open('/indicators/A4.2?c=KGZ');
    await user.click(within(chartTable()).getByRole('link', { name: '9.2%' }));
    const receipt = await screen.findByRole('dialog', { name: 'Kyrgyzstan, 2023: 9.2%' });
    expect(router.state.location.search).toEqual({ c: 'KGZ', receipt: 'KGZ.2023' });
    expect(receipt.textContent).toContain('National Statistical Committee');
    expect(receipt.textContent).toContain('taken from the named source');
    expect(within(receipt).getByText('9.57%')).toBeTruthy();
    await user.click(within(receipt).getByRole('link', { name: 'Back to the chart' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(router.state.location.search).toEqual({ c: 'KGZ' });
  });

  test('a receipt tells what earlier releases showed and why it changed', async () => {
    const earlier = [
      { release: '2026.1', publishedOn: '2026-01-15', value: '23.1', obsStatus: 'P' },
    ];
    await open('/indicators/A4.2?receipt=KAZ.2023', {
      ...indicatorData(),
      series: [
        series('KAZ', {
          values: [
            value(2023, '23.4', {
              earlier,
              reason: 'CORRECTION',
              since: '2026.2',
              sinceOn: '2026-11-25',
            }),
          ],
        }),
      ],
    });
    const receipt = screen.getByRole('dialog');
    expect(receipt.textContent).toContain('Release 2026.1, 15 January 2026: 23.1%');
    expect(receipt.textContent).toContain('correction');
    const revisions = screen.getByRole('heading', { name: 'Revisions' }).closest('section');
    expect(revisions?.textContent).toContain('Kazakhstan, 2023: 23.1% →to 23.4%');
    expect(revisions?.textContent).toContain('Release 2026.2 · 25 November 2026 · correction');
    expect(screen.getByRole('figure').textContent).toContain('1 value revised');
  });

  test('the receipt of a hidden value says that it is hidden and nothing else', async () => {
    await open('/indicators/A4.2?receipt=TJK.2017');
    const receipt = screen.getByRole('dialog');
    expect(receipt.textContent).toContain('hidden to protect people');
    expect(within(receipt).queryAllByRole('definition')).toEqual([]);
  });

  test('a reference target says that no country adopted it', async () => {
    await open('/indicators/A4.2');
    expect(
      screen.getAllByText(/reference target, not adopted by the country/).length,
    ).toBeGreaterThan(0);
  });

  test('context says that it is never scored and gives no status', async () => {
    const data = indicatorData({ direction: 'NONE', sensitive: true });
    await open('/indicators/A4.2', {
      ...data,
      series: data.series.map((one) => ({ ...one, target: null })),
    });
    expect(screen.getByText(/These are reported cases, not all cases/)).toBeTruthy();
    expect(within(tile('Kyrgyzstan')).queryByText('delayed')).toBeNull();
  });

  test('a benchmark is told in whole places', async () => {
    const gap = {
      benchmark: 'b',
      needed: '708',
      reported: '205',
      shortBy: '503',
      share: '0.2896',
      met: false,
      approximate: true,
      reason: null,
      population: '7073522',
      populationYear: 2023,
    };
    const data = indicatorData({ unit: 'PER_10000', direction: 'INCREASE' });
    const { user } = await open('/indicators/F2.1', {
      ...data,
      series: [
        series('KGZ', {
          values: [value(2022, '0.29')],
          assessment: assessment({ benchmarkGaps: [gap], projection: { reason: 'NO_TARGET' } }),
        }),
      ],
      benchmarks: [
        {
          id: 'b',
          value: '1',
          per: '10000',
          kind: 'RATE',
          sense: 'AT_LEAST',
          label: { lang: 'en', text: '1 family place per 10,000' },
          citation: { lang: 'en', text: 'Council of Europe, 2008' },
          url: null,
        },
      ],
    });
    expect(
      within(tile('Kyrgyzstan')).getByText(
        '≈ 708 needed for a population of 7,073,522 in 2023; 205 reported; short by 503',
      ),
    ).toBeTruthy();
    // "0.29" alone does not say of what
    (await screen.findByRole('slider', { name: 'Read the chart year by year' })).focus();
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-valuetext')).toMatch(
      /^\d{4}, % of women 20–24: Kyrgyzstan/,
    );
  });

  test('an indicator that nobody reports is a gap and says so', async () => {
    const data = indicatorData();
    await open('/indicators/A3.2', {
      ...data,
      series: [series('KAZ'), series('KGZ')],
      sources: [],
    });
    expect(
      screen.getByText('No source has published a value yet. A gap is not a zero.'),
    ).toBeTruthy();
    expect(screen.getByText(/Nothing has been reported for this indicator yet/)).toBeTruthy();
  });

  test('leads to the other indicators of its actions', async () => {
    await open('/indicators/A4.2');
    const other = screen.getByRole('link', { name: 'Before 15' });
    expect(other.getAttribute('href')).toBe('/en/indicators/A4.3');
  });

  test('an indicator that does not exist is a page that does not exist', async () => {
    await open('/indicators/Z9.9', null);
    expect(
      screen.getByRole('heading', { level: 1, name: 'This page does not exist' }),
    ).toBeTruthy();
  });
});

describe('what the chart shows', () => {
  test('every choice is in the address, the usual one is not', async () => {
    const { router, user, asked } = await open('/indicators/A4.2');
    await user.click(screen.getByRole('checkbox', { name: 'Uzbekistan' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?c=KAZ~KGZ~TJK'));
    expect(within(chartTable()).queryByText('Uzbekistan')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'target path' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?c=KAZ~KGZ~TJK&show=none'));
    await user.click(screen.getByRole('checkbox', { name: 'Uzbekistan' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?show=none'));
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('years are typed and kept in the address', async () => {
    const { router, user } = await open('/indicators/A4.2');
    await user.clear(screen.getByRole('spinbutton', { name: 'from' }));
    await user.type(screen.getByRole('spinbutton', { name: 'from' }), '2018{Enter}');
    await waitFor(() => expect(router.state.location.searchStr).toBe('?t=2018..2030'));
    expect(within(chartTable()).queryByRole('rowheader', { name: '2015' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: 'from' }));
  });

  test('the chart is read year by year with the keyboard', async () => {
    const { user } = await open('/indicators/A4.2?c=KAZ~KGZ~TJK');
    const slider = await screen.findByRole('slider', { name: 'Read the chart year by year' });
    slider.focus();
    await user.keyboard('{Home}');
    expect(slider.getAttribute('aria-valuetext')).toBe(
      '2015: Kazakhstan 7.0%, target path 7%; Kyrgyzstan not reported; Tajikistan not reported',
    );
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(slider.getAttribute('aria-valuetext')).toMatch(
      /^2017: .*Tajikistan hidden to protect people$/,
    );
    await user.keyboard('{End}');
    expect(slider.getAttribute('aria-valuenow')).toBe('2030');
    await user.keyboard('{Escape}');
    expect(slider.getAttribute('aria-valuetext')).toBe('no year chosen');
  });

  test('one line stands out by key, by its name and by the address', async () => {
    const { router, user } = await open('/indicators/A4.2?c=KAZ~KGZ');
    const slider = await screen.findByRole('slider', { name: 'Read the chart year by year' });
    slider.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(router.state.location.searchStr).toBe('?c=KAZ~KGZ&focus=KGZ'));
    await waitFor(() => expect(slider.getAttribute('aria-valuetext')).not.toContain('Kazakhstan'));
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(slider.getAttribute('aria-valuetext')).toBe(
      '2023: Kyrgyzstan 9.2%, delayed, provisional, target path 7.5%, against the path +1.7 points, Household survey',
    );
    const seen =
      screen.getByText('2023', { selector: 'strong' }).closest('[aria-hidden]')?.textContent ?? '';
    for (const part of [
      '2023, % of women 20–24',
      'Kazakhstannot reported',
      'Kyrgyzstan9.2%',
      'delayed',
      'provisional',
    ])
      expect(seen).toContain(part);
    expect(seen).toContain('target path 7.5% · against the path +1.7 pointsHousehold survey.');
    const name = screen.getByRole('button', { name: 'Kyrgyzstan' });
    expect(name.getAttribute('aria-pressed')).toBe('true');
    await user.click(name);
    await waitFor(() => expect(router.state.location.searchStr).toBe('?c=KAZ~KGZ'));
  });

  test('the same figures are shown country by country or as a table alone', async () => {
    const { router, user } = await open('/indicators/A4.2');
    await user.click(screen.getByRole('link', { name: 'each country' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=multiples'));
    expect(screen.queryByRole('slider', { name: 'Read the chart year by year' })).toBeNull();
    expect(screen.getByRole('img', { name: 'Kyrgyzstan: 9.2%' })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'each its own' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=multiples&y=own'));
    await user.click(screen.getByRole('link', { name: 'table only' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=table'));
    expect(screen.queryByRole('img', { name: 'Kyrgyzstan: 9.2%' })).toBeNull();
    expect(chartTable()).toBeTruthy();
  });

  test('a bar is the newest value with its plan in words, and the table holds the bars alone', async () => {
    await open('/indicators/A4.2?tab=bars');
    const row = screen.getByRole('img', { name: 'Kyrgyzstan: 9.2%' }).closest('li');
    for (const words of ['9.2% (2023)', 'provisional', 'target path 7.5%', 'target: 0% by 2030'])
      expect(row?.textContent).toContain(words);
    expect(screen.getByRole('img', { name: 'Tajikistan: hidden to protect people' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Uzbekistan: not reported' })).toBeTruthy();
    const years = within(chartTable())
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
    expect(years).toEqual(['2030', '2025', '2023', '2017', '2015']);
    expect(within(chartTable()).queryByText('12.9%')).toBeNull();
  });

  test('on the way to the target every figure is a share, and who has none is named', async () => {
    const { router, user } = await open('/indicators/A4.2');
    await user.click(screen.getByRole('link', { name: '% of the way to the target' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?scale=progress'));
    expect(
      screen.getAllByText('Share of the way to the target: Kyrgyzstan 29% (2023; 42% was due).')[0],
    ).toHaveProperty('dataset.takeaway', '');
    expect(
      screen.getByText(
        'Not drawn: Kazakhstan (no newer data), Tajikistan (hidden to protect people), Uzbekistan (no data).',
      ),
    ).toBeTruthy();
    const cells = (year: string) =>
      within(
        within(chartTable()).getByRole('rowheader', { name: year }).closest('tr') ?? chartTable(),
      )
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(cells('2023')).toEqual(['28.7%P', '41.7%']);
    expect(cells('2030')).toEqual(['', '100%target']);
    await user.click(screen.getByRole('link', { name: 'bars' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=bars&scale=progress'));
    expect(screen.getByRole('img', { name: 'Kyrgyzstan: 28.7%' })).toBeTruthy();
  });

  test('the drawing has a name and a description', async () => {
    await open('/indicators/A4.2');
    await screen.findByRole('slider', { name: 'Read the chart year by year' });
    expect(document.querySelector('svg > title')?.textContent).toBe(
      'Married or in a union before 18, % of women 20–24',
    );
    expect(document.querySelector('svg > desc')?.textContent).toContain('Delayed: Kyrgyzstan.');
    expect(screen.getByText('2019–2022: not reported', { selector: 'svg text' })).toBeTruthy();
    // all have the same target, so it is written out once
    expect(screen.getAllByText('target 0%', { selector: 'svg text' })).toHaveLength(1);
  });

  test('a yes or no is a lane with words in it', async () => {
    const data = indicatorData({ kind: 'BINARY', unit: 'BOOL', decimals: 0 });
    const law = series('TJK', {
      values: Array.from('00011111111', (figure, i) => value(2013 + i, figure)),
      target: target([2015, '0'], 2030, '1'),
    });
    await open('/indicators/A5.7', { ...data, series: [law] });
    expect(await screen.findByRole('img', { name: /before 18/ })).toBeTruthy();
    expect(screen.getByText('yes, since 2016')).toBeTruthy();
  });
});
