import type { FormCellFragment } from '../features/observations/form-cell.generated.ts';
import type { ReturnFormFragment } from '../features/observations/return-form.generated.ts';
import type { WorkRevisionFragment } from '../desk/work-revision.generated.ts';

const text = (words: string) => ({ lang: 'en' as const, text: words });

export const revision: WorkRevisionFragment = {
  id: 'revision-1',
  number: 1,
  value: '30',
  numerator: null,
  denominator: null,
  missingReason: null,
  obsStatus: 'A',
  sourceText: null,
  namedSource: null,
  comment: null,
  reason: null,
  via: 'ENTRY',
  author: { id: 'colleague', name: 'A colleague', role: 'REPORTER' },
  createdAt: '2026-11-02T10:00:00Z',
};

/** A share that nobody has filled in, reported every year before. */
export const cell: FormCellFragment = {
  indicator: 'F1.1',
  name: text('Officers trained'),
  names: [
    text('Officers trained'),
    { lang: 'ru', text: 'Обученные сотрудники' },
    { lang: 'kk', text: 'Оқытылған қызметкерлер' },
  ],
  definition: text('Officers with a valid certificate.'),
  kind: 'NUMERIC',
  unit: 'PT',
  unitText: text('% of officers'),
  direction: 'INCREASE',
  multiplier: '100',
  decimals: 1,
  min: '0',
  max: '100',
  whole: false,
  ratio: false,
  stages: null,
  actions: ['F1'],
  history: [2021, 2022, 2023, 2024].map((year, index) => ({
    year,
    value: ['20', '21', '22', '23'][index] ?? null,
    status: 'A',
  })),
  baselineYear: null,
  id: null,
  state: 'EMPTY',
  version: 0,
  sample: false,
  editable: true,
  current: null,
  hits: [],
  returnReason: null,
  messages: 0,
  lock: null,
  reopening: null,
};

export function savedCell(value: string, version: number): FormCellFragment {
  const current = { ...revision, id: `revision-${version}`, number: version, value };
  return { ...cell, id: 'cell-1', state: 'DRAFT', version, current };
}

export function form(...cells: FormCellFragment[]): ReturnFormFragment {
  return {
    area: 'KGZ',
    areaName: text('Kyrgyzstan'),
    cycle: 2025,
    opensOn: '2026-01-12',
    dueOn: '2026-12-15',
    daysLeft: 20,
    mayEdit: true,
    cells,
    submissions: [],
  };
}
