import { describe, expect, test } from '@jest/globals';
import { indicatorData, value } from './indicator.fixture.ts';
import { choose, offeredTabs, searchOf, viewOf } from './view.ts';

const data = indicatorData();

describe('the address is the view', () => {
  test('what is usual is not written', () => {
    expect(searchOf(viewOf(data, {}), data, {})).toEqual({});
  });
  test('countries come in the one order, whatever order the address has', () => {
    expect(viewOf(data, { c: 'UZB~KAZ' }).areas).toEqual(['KAZ', 'UZB']);
  });
  test('an area that this indicator does not have is passed over', () => {
    expect(viewOf(data, { c: 'CA4' }).areas).toEqual(['KAZ', 'KGZ', 'TJK', 'UZB']);
  });
  test('years that run backwards are not taken', () => {
    expect(viewOf(data, { t: '2030..2010' })).toMatchObject({ from: 2015, to: 2025 });
  });
  test('years to come are shown where what is planned is drawn', () => {
    expect(viewOf(data, { show: 'target' })).toMatchObject({ from: 2015, to: 2030 });
    expect(viewOf(data, { scale: 'progress' })).toMatchObject({ from: 2015, to: 2030 });
  });
  test('every choice comes back from its address', () => {
    const search = { c: 'KAZ~KGZ', t: '2012..2026', show: 'base', release: '2026.1' };
    expect(searchOf(viewOf(data, search), data, search)).toEqual(search);
    const bare = { scale: 'progress', show: 'none' };
    expect(viewOf(data, bare).layers.size).toBe(0);
    expect(searchOf(viewOf(data, bare), data, bare)).toEqual(bare);
  });
  test('with a plan the years go on to its end, unless some were chosen', () => {
    const planned = choose(data, viewOf(data, {}), { layers: new Set(['target'] as const) });
    expect(searchOf(planned, data, {})).toEqual({ show: 'target' });
    const narrow = viewOf(data, { t: '2016..2024' });
    expect(choose(data, narrow, { scale: 'progress' })).toMatchObject({ from: 2016, to: 2024 });
  });
  test('views of parts are offered where somebody publishes parts', () => {
    const part = value(2023, '5.6', { urbanisation: 'U' });
    const region = value(2023, '19.5', { region: 'KG-J' });
    const series = data.series.map((one) =>
      one.area === 'KGZ' ? { ...one, breakdowns: [part, region] } : one,
    );
    expect(offeredTabs({ ...data, series }, ['KAZ', 'KGZ'])).toContain('map');
    expect(offeredTabs({ ...data, series }, ['KAZ'])).not.toContain('groups');
  });
  test('counts of several countries are each on a scale of their own; those of one are a line', () => {
    const counts = indicatorData({ unit: 'NUMBER', direction: 'NONE' });
    expect(viewOf(counts, {})).toMatchObject({ tab: 'multiples', own: true });
    expect(viewOf(counts, { c: 'KGZ' })).toMatchObject({ tab: 'chart', own: false });
    expect(searchOf(viewOf(counts, {}), counts, {})).toEqual({});
  });
});
