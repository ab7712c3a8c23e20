import { expect } from '@jest/globals';
import type { TestApp } from './harness.ts';
import { reportFigures } from './approved-figures.ts';
import { AuditService } from '../features/audit/audit.service.ts';
import { ReleasesService } from '../features/releases/releases.service.ts';

/** Publishes a third release on top of the demonstration: a table with a hidden cell, a reason for a gap and half a rate. */
export async function publishThird(test: TestApp): Promise<void> {
  const counts = { F: '20', M: '3', _T: '23' };
  await reportFigures(test.em(), [
    ...Object.entries(counts).map(([sex, value]) => ({
      indicator: 'A5.10',
      area: 'KAZ',
      year: 2022,
      sex,
      value,
    })),
    { indicator: 'A5.8', area: 'TJK', year: 2020, missingReason: 'NOT_COLLECTED', obsStatus: 'L' },
    {
      indicator: 'A5.2',
      area: 'KGZ',
      year: 2020,
      value: '12.5',
      numerator: '125',
      denominator: '1000',
    },
  ]);
  const releases = new ReleasesService(test.em(), new AuditService());
  expect(
    await releases.publishUnattended({ asOfYear: 2025, annual: false, note: { en: 'Three.' } }),
  ).toMatchObject({ problems: [] });
}

/** An observation of any SDMX-JSON data message, with its codes instead of places. */
export type Read = Readonly<Record<string, string | number | null>>;

interface Component {
  id: string;
  keyPosition?: number;
  values?: ({ id?: string; value?: unknown } | null)[];
}
interface Message {
  data: {
    structures: {
      dimensions: Record<'series' | 'observation', Component[]>;
      attributes: Record<'series' | 'observation', Component[]>;
      measures: { observation: Component[] };
    }[];
    dataSets: {
      action: string;
      observations?: Record<string, (string | number | null)[]>;
      series?: Record<
        string,
        {
          attributes?: (string | number | null)[];
          observations: Record<string, (string | number | null)[]>;
        }
      >;
    }[];
  };
}

/** Written from the standard's field guide, not from our writer. */
export function readSdmxJson(text: string, action = 'Replace'): Read[] {
  const { data } = JSON.parse(text) as Message;
  const [structure] = data.structures;
  const dataSet = data.dataSets.find((one) => one.action === action);
  if (!structure || !dataSet) return [];
  const { dimensions, attributes, measures } = structure;
  const keyed = (components: Component[], key: string): [string, string][] =>
    key === ''
      ? []
      : key
          .split(':')
          .map((place, at) => [
            components[at]?.id ?? '',
            components[at]?.values?.[Number(place)]?.id ?? '',
          ]);
  const labelled = (
    components: Component[],
    cells: (string | number | null)[],
  ): [string, string][] =>
    cells.map((cell, at) => {
      const values = components[at]?.values;
      const value = cell === null ? null : values ? values[Number(cell)] : { value: cell };
      return [components[at]?.id ?? '', value?.id ?? textOf(value?.value)];
    });
  const one = (
    key: string,
    cells: (string | number | null)[],
  ): [string, string | number | null][] => [
    ...keyed(dimensions.observation, key),
    ...measures.observation.map(({ id }, at): [string, number | null] => [
      id,
      cells[at] as number | null,
    ]),
    ...labelled(attributes.observation, cells.slice(measures.observation.length)),
  ];
  return [
    ...Object.entries(dataSet.observations ?? {}).map(([key, cells]) => one(key, cells)),
    ...Object.entries(dataSet.series ?? {}).flatMap(
      ([seriesKey, { attributes: own = [], observations }]) =>
        Object.entries(observations).map(([key, cells]) => [
          ...keyed(dimensions.series, seriesKey),
          ...labelled(attributes.series, own),
          ...one(key, cells),
        ]),
    ),
  ].map((pairs) => Object.fromEntries(pairs));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : ((value as { en?: string }).en ?? '');
}
