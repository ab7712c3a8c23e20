import { expect } from '@jest/globals';
import { SaxesParser } from 'saxes';
import type { TestApp } from './harness.ts';
import { reportFigures } from './approved-figures.ts';
import { ReleasesService } from '../features/releases/releases.service.ts';

/** Publishes a third release after those of the demonstration, with a hidden cell, a reason for a gap, and half a rate. Returns its number. */
export async function publishThird(test: TestApp): Promise<string> {
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
  const releases = new ReleasesService(test.em());
  const publication = { asOfYear: 2025, annual: false, note: { en: 'Three.' } };
  const { number, problems } = await releases.publishUnattended(publication);
  expect({ number, problems }).toEqual({
    number: expect.stringMatching(/^\d{4}\.\d+$/),
    problems: [],
  });
  return number ?? '';
}

/** An observation from an SDMX-JSON data message, with codes instead of positions. */
export type Read = Readonly<Record<string, string | number | null>>;

interface Component {
  id: string;
  keyPosition?: number;
  values?: ({ id?: string; name?: string; value?: unknown } | null)[];
}
interface Structure {
  dimensions: Record<'series' | 'observation', Component[]>;
  attributes: Record<'series' | 'observation', Component[]>;
  measures?: { observation: Component[] };
}
interface Message {
  data: {
    /** In version 2.0. */
    structures?: Structure[];
    /** In version 1.0. */
    structure?: Structure;
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

/** A reader written from the standard's field guide, independently of our writer. */
export function readSdmxJson(text: string, action = 'Replace'): Read[] {
  const { data } = JSON.parse(text) as Message;
  const structure = data.structure ?? data.structures?.[0];
  const dataSet = data.dataSets.find((one) => one.action === action);
  if (!structure || !dataSet) return [];
  const { dimensions, attributes } = structure;
  const measures = structure.measures ?? { observation: [{ id: 'OBS_VALUE' }] };
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
      return [components[at]?.id ?? '', value?.id ?? textOf(value?.name ?? value?.value)];
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

/** The observations of an SDMX-ML data message, generic or with components as attributes; written from the standard, independently of our writer. */
export function readSdmxMl(text: string, action = 'Replace'): Read[] {
  const read: Read[] = [];
  let series: Record<string, string> = {};
  let observation: Record<string, string> = {};
  let isWanted = false;
  let layout = '';
  let inSeries = false;
  let inObservation = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    const own = Object.fromEntries(
      Object.values(attributes).map((one) => [one.local, one.value]),
    ) as Record<string, string>;
    const plain = Object.fromEntries(
      Object.values(attributes)
        .filter(({ uri }) => uri === '')
        .map((one) => [one.local, one.value]),
    );
    layout = own['dimensionAtObservation'] ?? layout;
    if (local === 'DataSet') isWanted = own['action'] === action;
    if (local === 'Series') [series, inSeries] = [plain, true];
    if (local === 'Obs') [observation, inObservation] = [plain, true];
    if (local === 'ObsDimension') observation[layout] = own['value'] ?? '';
    if (local === 'ObsValue') observation['OBS_VALUE'] = own['value'] ?? '';
    if (local === 'Value' && (inObservation || inSeries))
      (inObservation ? observation : series)[own['id'] ?? ''] = own['value'] ?? '';
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'Obs') inObservation = false;
    if (local === 'Series') [series, inSeries] = [{}, false];
    if (local === 'Obs' && isWanted) read.push({ ...series, ...observation });
  });
  parser.write(text).close();
  return read;
}
