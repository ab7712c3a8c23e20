import { describe, expect, test } from '@jest/globals';
import { TOTAL_PART, type Part } from '@qadam/domain';
import { shadeOf, unplaced } from '../map/map.model.ts';
import { groupsCsv } from './groups-csv.ts';
import { groupPanels, groupTicks, moveOf, rangeOf, type PartValue } from './groups.model.ts';

const part = (year: number, value: string | null, of: Partial<Part>): PartValue => ({
  ...TOTAL_PART,
  ...of,
  year,
  value: value === 'Q' ? null : value,
  obsStatus: value === 'Q' ? 'Q' : 'A',
  missingReason: null,
});
const regions = [
  part(2014, '50', { region: 'KG-J' }),
  part(2018, '13.6', { region: 'KG-J' }),
  part(2023, '19.5', { region: 'KG-J' }),
  part(2018, '5.3', { region: 'KG-GB' }),
  part(2023, '2.5', { region: 'KG-GB' }),
  part(2018, '18.4', { region: 'KG-N' }),
  part(2023, 'Q', { region: 'KG-T' }),
];
const panels = (values: readonly PartValue[], from = 2016) =>
  groupPanels([{ area: 'KGZ', breakdowns: values }], { from, to: 2025 });

describe('the parts of an area', () => {
  test('stand division by division, between the earliest and the newest year shown', () => {
    const [first, second, third] = panels([
      ...regions,
      part(2023, '5.6', { urbanisation: 'U' }),
      part(2023, '26', { breakdown: 'EDU_2' }),
    ]);
    expect([first?.division, first?.before, first?.year]).toEqual(['region', 2018, 2023]);
    expect([second?.division, second?.before]).toEqual(['urbanisation', null]);
    expect([third?.division, third?.list]).toEqual(['breakdown', 'EDU']);
    expect(panels(regions, 2010)[0]?.before).toBe(2014);
  });
  test('regions come by their newest value; one without it is not left out', () => {
    const [panel] = panels(regions);
    expect(panel?.rows.map((row) => [row.part.region, row.latest?.value, moveOf(row)])).toEqual([
      ['KG-J', '19.5', 'rose'],
      ['KG-GB', '2.5', 'fell'],
      ['KG-N', undefined, null],
      ['KG-T', null, null],
    ]);
  });
  test('a part by several divisions at once is no group of one of them', () => {
    expect(panels([part(2023, '3', { sex: 'F', age: 'Y15T19' })])[0]?.division).toBe('crossed');
  });
  test('a hidden part is no end of the range and no height of the axis', () => {
    const [panel] = panels(regions);
    const range = panel && rangeOf(panel);
    expect([range?.low.part.region, range?.high.part.region]).toEqual(['KG-GB', 'KG-J']);
    expect(groupTicks(panels(regions))[0]).toBe(0);
  });
  test('the file holds both years of each, a hidden one without a value', () => {
    const lines = groupsCsv('A4.2', panels(regions)).split('\r\n');
    expect(lines).toContain('A4.2,KGZ,2018,_T,_T,_T,KG-J,_T,13.6,A,');
    expect(lines).toContain('A4.2,KGZ,2023,_T,_T,_T,KG-T,_T,,Q,');
    expect(lines).toContain('A4.2,KGZ,2023,_T,_T,_T,KG-N,_T,,O,');
  });
});

describe('the map of regions', () => {
  test('is darker the higher the value, and a hidden one has no shade of its own', () => {
    const [panel] = panels(regions);
    if (!panel) throw new Error('No panel.');
    const shades = shadeOf(panel);
    expect(shades.get('KG-J')?.share).toBeGreaterThan(shades.get('KG-GB')?.share ?? 1);
    expect(shades.get('KG-T')?.hidden).toBe(true);
    expect(shades.has('KG-N')).toBe(false);
  });
  test('says which regions its outlines do not know', () => {
    const young = [part(2023, '3', { region: 'KZ-10' }), part(2023, '4', { region: 'KZ-11' })];
    const [panel] = panels(young);
    const outline = {
      width: 1,
      height: 1,
      shapes: [{ code: 'KZ-11', d: '', x: 0, y: 0, width: 1 }],
      points: [],
    };
    expect(panel && unplaced(panel, outline).map((row) => row.part.region)).toEqual(['KZ-10']);
  });
});
