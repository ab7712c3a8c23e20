import { describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import {
  assessment,
  indicatorData,
  series,
  value,
} from '../features/indicators/indicator.fixture.ts';
import { chartTable, openIndicator as open } from '../testing/open-indicator.tsx';

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
      screen.getAllByText(
        /^In Kyrgyzstan it fell from 12\.9% in 2018 to 9\.2% in 2023\. Kazakh/,
      )[0],
    ).toHaveProperty('dataset.takeaway', '');
    expect(within(tile('Kyrgyzstan')).getByText('delayed')).toBeTruthy();
    expect(
      within(tile('Kyrgyzstan')).getByText('29% of the way to the target; 42% was due by 2023'),
    ).toBeTruthy();
    expect(within(tile('Kyrgyzstan')).getByText('1.7 points behind')).toBeTruthy();
    expect(within(tile('Uzbekistan')).getByText('not reported')).toBeTruthy();
  });

  test('the table holds the plotted numbers; a gap is not reported and a hidden value is no number', async () => {
    await open('/indicators/A4.2?show=target');
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
    expect(row('2030').getAllByText('reference target')).toHaveLength(3);
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
    const revisions = screen.getByRole('heading', { name: 'Revisions' }).closest('details');
    expect(revisions?.textContent).toContain('Kazakhstan, 2023: 23.1% →to 23.4%');
    expect(revisions?.textContent).toContain('Release 2026.2 · 25 November 2026 · correction');
    expect(screen.getByRole('figure').textContent).toContain('1 value revised');
  });

  test('an address of a number that the release does not have says so', async () => {
    await open('/indicators/A4.2?receipt=KGZ.1950');
    expect(screen.getByText('KGZ.1950: release 2026.2 has no such number.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
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
      inPercent: false,
      reason: null,
      population: '7073522',
      populationYear: 2023,
    };
    const share = {
      ...{ ...gap, benchmark: 's', needed: '100', reported: '55.6', shortBy: '44.4' },
      ...{ approximate: false, inPercent: true, population: null, populationYear: null },
    };
    const data = indicatorData({ unit: 'PER_10000', direction: 'INCREASE' });
    const { user } = await open('/indicators/F2.1', {
      ...data,
      series: [
        series('KGZ', {
          values: [value(2022, '0.29')],
          assessment: assessment({
            benchmarkGaps: [gap, share],
            projection: { reason: 'NO_TARGET' },
          }),
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
    expect(
      within(tile('Kyrgyzstan')).getByText('100% needed; 55.6% reported; short by 44.4%'),
    ).toBeTruthy();
    // "0.29" alone would not say what it measures
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
      indicator: {
        ...data.indicator,
        sheet: [{ key: 'provider', text: { lang: 'en', text: 'The statistics office.' } }],
      },
      series: [series('KAZ'), series('KGZ')],
      sources: [],
    });
    expect(
      screen.getByText('No source has published a value yet. A gap is not a zero.'),
    ).toBeTruthy();
    // no chart and no controls, but who would report it, and what is known nearby
    expect(screen.queryByRole('figure')).toBeNull();
    expect(screen.queryByRole('group', { name: 'View' })).toBeNull();
    expect(screen.getAllByText('The statistics office.')).toHaveLength(2);
    const nearby = screen.getByRole('heading', { name: 'What is known nearby' }).closest('section');
    expect(nearby?.textContent).toContain('Before 15: Kyrgyzstan 0.3% (2023)');
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
