import { partsOfTable, TOTAL_PART } from '@qadam/domain';
import { elementPart } from '@qadam/domain/testing';
import type {
  FormRowFragment,
  ReturnFormFragment,
} from '../features/observations/return-form.generated.ts';
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
  body: null,
  period: null,
  factDate: null,
  provision: null,
  basis: null,
  namedSource: null,
  comment: null,
  reason: null,
  via: 'ENTRY',
  author: { id: 'colleague', name: 'A colleague', role: 'REPORTER' },
  createdAt: '2026-11-02T10:00:00Z',
};

/** A share that was reported every year before, and not yet this year. */
export const cell: FormRowFragment = {
  indicator: 'F1.1',
  mine: false,
  prepared: null,
  assignee: null,
  part: TOTAL_PART,
  element: null,
  lastFact: null,
  indicatorName: text('Officers trained'),
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
  step: null,
  whole: false,
  ratio: false,
  stages: null,
  actions: ['F1'],
  history: [2021, 2022, 2023, 2024].map((year, index) => ({
    year,
    value: ['20', '21', '22', '23'][index] ?? null,
    status: 'A',
  })),
  lastSource: null,
  body: null,
  bodyNames: ['Ministry of Interior'],
  evidence: 0,
  published: '23',
  baselineYear: null,
  id: null,
  state: 'EMPTY',
  version: 0,
  sample: false,
  clearable: false,
  editable: true,
  current: null,
  hits: [],
  returnReason: null,
  messages: 0,
  openQuestion: null,
  assigned: true,
  lock: null,
  reopening: null,
  table: null,
  largeTable: null,
};

/** An element of a law without an entry for this year. */
export function elementCell(
  code: string,
  name: string,
  lastFact: FormRowFragment['lastFact'],
): FormRowFragment {
  const steps = [
    'Not started',
    'Mandated',
    'Draft',
    'Before parliament',
    'In force',
    'Carried out',
  ];
  return {
    ...cell,
    indicator: 'A2.1',
    part: elementPart(code),
    element: { code },
    lastFact,
    indicatorName: text('Definition of sexual harassment'),
    name: text(name),
    names: [text(name)],
    kind: 'MILESTONE',
    unit: 'STAGE',
    unitText: text('stage'),
    max: '5',
    decimals: 0,
    stages: steps.map(text),
    history: lastFact === null ? [] : [{ year: 2021, value: String(lastFact.stage), status: 'A' }],
    published: lastFact === null ? null : String(lastFact.stage),
  };
}

/** The same element, saved with a fact. */
export function savedElement(
  of: FormRowFragment,
  fact: Pick<WorkRevisionFragment, 'value' | 'factDate' | 'provision' | 'basis'>,
  version = 1,
): FormRowFragment {
  const { id, state, clearable } = savedCell('', version);
  const current = { ...revision, id: `revision-${version}`, number: version, ...fact };
  return { ...of, id: `${id ?? ''} ${of.element?.code ?? ''}`, state, clearable, version, current };
}

/** A cell that is saved and not reviewed yet. */
export function savedCell(value: string, version: number): FormRowFragment {
  const current = { ...revision, id: `revision-${version}`, number: version, value };
  return { ...cell, id: 'cell-1', state: 'DRAFT', version, current, clearable: true };
}

export function form(...cells: FormRowFragment[]): ReturnFormFragment {
  return {
    area: 'KGZ',
    areaName: text('Kyrgyzstan'),
    cycle: 2025,
    opensOn: '2026-01-12',
    dueOn: '2026-12-15',
    daysLeft: 20,
    handedInWith: 2025,
    mayEdit: true,
    cells,
    rules: [],
    beside: [],
    submissions: [],
    secondSignature: false,
    prepared: [],
  };
}

const axes = [
  {
    dimension: 'age' as const,
    codes: [
      { code: 'Y0T17', name: text('0–17') },
      { code: 'Y_GE18', name: text('18 and over') },
    ],
  },
  {
    dimension: 'sex' as const,
    codes: [
      { code: 'F', name: text('women') },
      { code: 'M', name: text('men') },
    ],
  },
];

/** A count that is collected by age and sex: nine cells in all. */
export function tableCell(additive: 'VALUE' | 'RATIO' = 'VALUE'): FormRowFragment {
  const name = 'Orders issued';
  const whole: FormRowFragment = {
    ...cell,
    name: text(name),
    unit: 'NUMBER',
    unitText: text('orders'),
    max: null,
    decimals: 0,
    ratio: additive === 'RATIO',
    history: [],
  };
  const cells = partsOfTable(axes).map((part) => {
    // in the order in which the server names them: sex before age
    const names = axes
      .toReversed()
      .flatMap(({ codes }) => codes.filter(({ code }) => code === part.age || code === part.sex));
    return {
      ...whole,
      part,
      name: text(`${name}: ${names.map((one) => one.name.text).join(', ')}`),
    };
  });
  return { ...whole, table: { axes, additive, cells } };
}

/** A cell that counts how often its name is read, and so tells whether it was drawn again. */
export function watched<Cell extends Pick<FormRowFragment, 'name'>>(cell: Cell) {
  const { text } = cell.name;
  let drawn = 0;
  const name = {
    ...cell.name,
    get text() {
      drawn += 1;
      return text;
    },
  };
  return { cell: { ...cell, name }, drawn: () => drawn };
}
