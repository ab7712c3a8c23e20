import { describe, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { indicatorData, series, target, value } from '../features/indicators/indicator.fixture.ts';
import { chartTable, openIndicator as open } from '../testing/open-indicator.tsx';

describe('what the chart shows', () => {
  test('every choice is in the address, the usual one is not', async () => {
    const { router, user, asked } = await open('/indicators/A4.2');
    await user.click(screen.getByRole('checkbox', { name: 'Uzbekistan' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?c=KAZ~KGZ~TJK'));
    expect(within(chartTable()).queryByText('Uzbekistan')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'path to the reference target' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?c=KAZ~KGZ~TJK&show=target'));
    await user.click(screen.getByRole('checkbox', { name: 'Uzbekistan' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?show=target'));
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('years are typed and kept in the address', async () => {
    const { router, user } = await open('/indicators/A4.2');
    await user.clear(screen.getByRole('spinbutton', { name: 'from' }));
    await user.type(screen.getByRole('spinbutton', { name: 'from' }), '2018{Enter}');
    await waitFor(() => expect(router.state.location.searchStr).toBe('?t=2018..2025'));
    expect(within(chartTable()).queryByRole('rowheader', { name: '2015' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: 'from' }));
  });

  test('both years are typed before they are taken, and years that cannot be shown are refused in words', async () => {
    const { router, user } = await open('/indicators/A4.2');
    const field = (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name });
    const type = async (name: string, year: string) => {
      await user.clear(field(name));
      await user.type(field(name), year);
    };
    await type('from', '2026');
    await user.tab();
    expect([document.activeElement, field('from').value]).toEqual([field('to'), '2026']);
    await user.click(document.body);
    const refusal = /^These years cannot be shown\. .* between 1990 and 2100\.$/;
    expect(screen.getByRole('alert').textContent).toMatch(refusal);
    expect([field('from').value, field('from').getAttribute('aria-invalid')]).toEqual([
      ...['2026', 'true'],
    ]);
    expect(router.state.location.searchStr).toBe('');
    await type('to', '2030');
    await user.click(document.body);
    await waitFor(() => expect(router.state.location.searchStr).toBe('?t=2026..2030'));
    expect(screen.queryByRole('alert')).toBeNull();
    await type('to', '2024{Enter}');
    expect(screen.getByRole('alert')).toBeTruthy();
    await act(async () => {
      router.history.back();
      await Promise.resolve();
    });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect([field('from').value, field('to').value]).toEqual(['2015', '2025']);
  });

  test('the chart is read year by year with the keyboard', async () => {
    const { user } = await open('/indicators/A4.2?c=KAZ~KGZ~TJK&show=target');
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
    const { router, user } = await open('/indicators/A4.2?c=KAZ~KGZ&show=target');
    const slider = await screen.findByRole('slider', { name: 'Read the chart year by year' });
    slider.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() =>
      expect(router.state.location.searchStr).toBe('?c=KAZ~KGZ&focus=KGZ&show=target'),
    );
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
    await waitFor(() => expect(router.state.location.searchStr).toBe('?c=KAZ~KGZ&show=target'));
  });

  test('the same figures are shown country by country or as a table alone', async () => {
    const { router, user } = await open('/indicators/A4.2');
    await user.click(screen.getByRole('link', { name: 'Each country' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=multiples'));
    expect(screen.queryByRole('slider', { name: 'Read the chart year by year' })).toBeNull();
    expect(screen.getByRole('img', { name: 'Kyrgyzstan: 9.2%' })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'each its own' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=multiples&y=own'));
    await user.click(screen.getByRole('link', { name: 'Table' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=table'));
    expect(screen.queryByRole('img', { name: 'Kyrgyzstan: 9.2%' })).toBeNull();
    expect(chartTable()).toBeTruthy();
  });

  test('a bar is the newest value with its plan in words, and the table holds the bars alone', async () => {
    await open('/indicators/A4.2?tab=bars&show=target');
    const row = screen.getByRole('img', { name: 'Kyrgyzstan: 9.2%' }).closest('li');
    for (const words of [
      '9.2% (2023)',
      'provisional',
      'target path 7.5%',
      'reference target: 0% by 2030',
    ])
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
    await user.click(screen.getByRole('link', { name: 'Way to the target' }));
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
    expect(cells('2030')).toEqual(['', '100%reference target']);
    await user.click(screen.getByRole('link', { name: 'Bars' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=bars'));
    expect(screen.getByRole('img', { name: 'Kyrgyzstan: 9.2%' })).toBeTruthy();
  });

  test('parts are told below the chart, and have a view with table, file and receipts', async () => {
    const data = indicatorData();
    const parts = [
      value(2018, '13.6', { region: 'KG-J' }),
      value(2023, '19.5', { region: 'KG-J' }),
      value(2018, '5.3', { region: 'KG-GB' }),
      value(2023, '2.5', { region: 'KG-GB' }),
      value(2023, null, { region: 'KG-T', obsStatus: 'Q' }),
    ];
    const divided = {
      ...data,
      parts: [
        { code: 'KG-J', name: { lang: 'en' as const, text: 'Jalal-Abad Region' } },
        { code: 'KG-GB', name: { lang: 'en' as const, text: 'Bishkek' } },
        { code: 'KG-T', name: { lang: 'en' as const, text: 'Talas Region' } },
      ],
      series: data.series.map((one) => (one.area === 'KGZ' ? { ...one, breakdowns: parts } : one)),
    };
    const { router, user } = await open('/indicators/A4.2', divided);
    const differs = screen.getByRole('heading', { name: 'Where it differs' }).closest('section');
    expect(differs?.textContent).toContain(
      'By region: it rose in Jalal-Abad Region, it fell elsewhere',
    );
    await user.click(screen.getByRole('link', { name: 'By group' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?tab=groups'));
    expect(
      screen.getByText(
        'In Kyrgyzstan in 2023 it ranged from 2.5% (Bishkek) to 19.5% (Jalal-Abad Region).',
      ),
    ).toBeTruthy();
    expect(
      screen.getByRole('img', { name: 'Talas Region: hidden to protect people' }),
    ).toBeTruthy();
    const row = within(chartTable()).getByRole('rowheader', { name: 'Jalal-Abad Region' });
    expect(row.closest('tr')?.textContent).toBe('Jalal-Abad Region19.5%13.6%');
    await user.click(within(chartTable()).getByRole('link', { name: '19.5%' }));
    await screen.findByRole('dialog', {
      name: /Kyrgyzstan, 2023 · Jalal-Abad Region: 19\.5%|19\.5%/,
    });
    expect(router.state.location.search).toMatchObject({ receipt: 'KGZ.2023._T._T._T.KG-J._T' });
  });

  test('breakdowns that a release leaves out are named', async () => {
    const withheld = [
      { year: 2018, face: 'age' },
      { year: 2023, face: 'sex' },
      { year: 2023, face: 'sex+age' },
    ];
    const values = [value(2023, '9.2')];
    const data = { ...indicatorData(), series: [series('KGZ', { values, withheld })] };
    await open('/indicators/A4.2', data);
    expect(
      screen.getByText(
        'Not broken down in this release: Kyrgyzstan 2023 (sex; sex × age), Kyrgyzstan 2018 (age).',
      ),
    ).toBeTruthy();
  });

  test('of more parts than come with the page, those that a view compares and those of a table or a receipt are asked for', async () => {
    const data = indicatorData();
    const held = [value(2023, '19.5', { region: 'KG-J' }), value(2023, '2.5', { region: 'KG-GB' })];
    const earlier = value(2018, '13.6', { region: 'KG-J' });
    const asked: object[] = [];
    const breakdowns = (args: { part: string | null; after: string | null }) => {
      asked.push(args);
      // as in the API, the first page has the values that came with the page
      const isFirst = args.part === null && args.after === null;
      return isFirst ? { values: held, next: 'next' } : { values: [earlier], next: null };
    };
    const comparedParts = (args: object) => {
      asked.push(args);
      return [{ area: 'KGZ', values: [...held, earlier] }];
    };
    const many = {
      ...data,
      series: data.series.map((one) =>
        one.area === 'KGZ' ? { ...one, breakdowns: held, breakdownCount: 3 } : one,
      ),
    };
    const { user } = await open('/indicators/A4.2', many, { breakdowns, comparedParts });
    const differs = screen.getByRole('heading', { name: 'Where it differs' }).closest('section');
    expect(differs?.textContent).not.toContain('19.5%'); // a difference between two of three values would be a wrong one
    expect(asked).toEqual([]);

    const table = () =>
      screen.getByRole('table', { name: 'Values of Kyrgyzstan, broken down', hidden: true });
    expect(within(table()).queryByText('13.6%')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show 1 more', hidden: true }));
    await waitFor(() => expect(within(table()).getByText('13.6%')).toBeTruthy());
    expect(screen.queryByRole('button', { name: /Show \d+ more/, hidden: true })).toBeNull();

    await user.click(within(table()).getByRole('link', { name: '13.6%', hidden: true }));
    await screen.findByRole('dialog', { name: /Kyrgyzstan, 2018: 13\.6%/ });
    expect(asked.at(-1)).toMatchObject({ part: '_T|_T|_T|KG-J|_T', from: 2018, to: 2018 });

    await user.click(screen.getByRole('link', { name: 'Back to the chart' }));
    await user.click(screen.getByRole('link', { name: 'By group' }));
    await screen.findByText(/A division into more than 100 parts is not drawn here/);
    expect(asked.at(-1)).toMatchObject({ code: 'A4.2', from: 2015, to: 2025 });
    expect(within(chartTable()).getByText('13.6%')).toBeTruthy();
  });

  test('the drawing has a name and a description', async () => {
    await open('/indicators/A4.2?show=target');
    await screen.findByRole('slider', { name: 'Read the chart year by year' });
    expect(document.querySelector('svg > title')?.textContent).toBe(
      'Married or in a union before 18, % of women 20–24',
    );
    expect(document.querySelector('svg > desc')?.textContent).toContain('In Kyrgyzstan it fell');
    expect(screen.getByText('2019–2022: not reported', { selector: 'svg text' })).toBeTruthy();
    // the target is the same for all, so it is labelled once
    expect(screen.getAllByText('reference target 0%', { selector: 'svg text' })).toHaveLength(1);
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
