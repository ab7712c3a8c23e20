import type { LawFragment } from './law.generated.ts';
import type { EventFragment, SourceFragment } from '../facts.generated.ts';
import type { LawCell, LawElement } from './law.types.ts';

const text = (words: string) => ({ lang: 'en' as const, text: words });

const element = (code: string, name: string, more: Partial<LawElement> = {}): LawElement => ({
  ...{ code, name: text(name), definition: text(`Stage 4 when: ${name}.`) },
  ...{ instrument: null, origin: 'DEFINITION', counts: true },
  ...more,
});

const lawCell = (element: string, area: string, more: Partial<LawCell> = {}): LawCell => ({
  ...{ element, area, stage: 2, since: '2025', lastDate: '2025', basis: 'OFFICIAL' },
  ...{ provision: null, source: null, year: 2025 },
  ...more,
});

const ladder = [
  'Not begun',
  'Mandated',
  'Draft',
  'Before parliament',
  'In force',
  'Carried out',
].map(text);

/** The Labour Code definition as the shipped facts have it. */
export const law: LawFragment = {
  role: 'HEADLINE',
  definition: text('Stage of an amendment'),
  provider: text('Ministries of labour'),
  indicator: {
    ...{ code: 'A2.1', kind: 'MILESTONE', scope: 'COUNTRY', direction: 'INCREASE', decimals: 0 },
    ...{ unit: 'STAGE', unitText: text('stage 0–5'), name: text('Labour Code definition') },
    stages: ladder,
  },
  elements: [
    element('A2.1-DEF', 'Sexual harassment defined by law', { instrument: 'ILO C190, Art. 1' }),
    element('A2.1-CODE', 'Definition in the Labour Code', { origin: 'SEED' }),
    element('A2.1-ENV', 'Hostile environment covered', { counts: false }),
  ],
  cells: [
    lawCell('A2.1-DEF', 'KAZ', { basis: 'MEDIA' }),
    lawCell('A2.1-DEF', 'TJK', {
      ...{ stage: 4, since: '2022-07-19', lastDate: '2022-07-19', year: 2022 },
      provision: 'Law No. 1890 of 19 July 2022, art. 6',
    }),
    lawCell('A2.1-CODE', 'KGZ', { stage: null, since: null, basis: null }),
    lawCell('A2.1-CODE', 'TJK', { stage: 0, since: '2010', lastDate: '2022-07-19' }),
  ],
};

export const events: EventFragment[] = [
  {
    ...{ id: 'TJK-A21-02', action: 'A2', indicator: 'A2.1', area: 'TJK', date: '2022-07-19' },
    ...{ year: 2022, yesNo: null, source: 'lg_tj' },
    text: text('The law on equality before the law defines sexual harassment.'),
    proves: [
      {
        ...{ element: 'A2.1-DEF', elementName: text('Sexual harassment defined by law') },
        ...{ stage: 4, stageName: text('In force'), basis: 'OFFICIAL', provision: null },
      },
    ],
  },
  {
    ...{ id: 'TJK-A21-01', action: 'A2', indicator: 'A2.1', area: 'TJK', date: '2020' },
    ...{ year: 2020, yesNo: null, source: 'lg_tj', text: text('A draft is discussed.') },
    proves: [
      {
        ...{ element: 'A2.1-DEF', elementName: text('Sexual harassment defined by law') },
        ...{ stage: 2, stageName: text('Draft'), basis: 'MEDIA', provision: null },
      },
    ],
  },
];

export const sources: SourceFragment[] = [
  {
    ...{ id: 'lg_tj', title: 'Law', publisher: 'Majlisi Oli', year: 2022, licence: 'CC BY 4.0' },
    ...{ url: 'https://law.example/1890', kind: 'LAW' },
  },
];
