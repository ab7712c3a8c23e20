import { describe, expect, test } from '@jest/globals';
import { checkFramework } from './check-framework.ts';
import { diffFramework, overlayFramework, reweighed } from './diff-framework.ts';
import {
  FRAMEWORK_FORMAT,
  readFramework,
  type FrameworkAction,
  type FrameworkDocument,
  type FrameworkIndicator,
} from './framework-document.ts';
import { neverScored } from './never-scored.ts';
import { NO_PLAIN_FIELDS, PLAIN_FIELD_NAMES } from './plain-fields.ts';
import { MANDATORY_SHEET_KEYS, sheetCompleteness } from './sheet.ts';

const both = (en: string) => ({ en, ru: `${en} (ru)` });

const INDICATOR: FrameworkIndicator = {
  code: 'A1.1',
  kind: 'NUMERIC',
  scope: 'COUNTRY',
  unit: 'PT',
  unitText: both('%'),
  multiplier: '100',
  decimals: 1,
  direction: 'INCREASE',
  reportedCases: false,
  centresIn: null,
  valueType: 'STOCK',
  regionalMethod: 'RATIO',
  sensitive: false,
  thresholdBase: 5,
  thresholdDetailed: 10,
  min: '0',
  step: null,
  max: '100',
  whole: false,
  breakdowns: ['sex'],
  tableAxes: [
    {
      dimension: 'sex',
      codes: [
        { code: 'F', name: both('women') },
        { code: 'M', name: both('men') },
      ],
    },
  ],
  ...NO_PLAIN_FIELDS,
  numeratorOf: null,
  denominatorOf: null,
  name: both('Trained officers'),
  definition: both('Share of officers'),
  stages: null,
  elements: [],
  sheet: { en: { rationale: 'Why' } },
  position: 1,
  benchmarks: [],
  breaks: [],
};
const ACTION: FrameworkAction = {
  code: 'A1',
  kind: 'PRIORITY',
  scope: 'COUNTRY',
  title: both('Train'),
  quote: null,
  reading: both('Train the police'),
  position: 1,
  indicators: [{ code: 'A1.1', role: 'HEADLINE', weight: '1' }],
};

function framework(
  indicator: Partial<FrameworkIndicator> = {},
  action: Partial<FrameworkAction> = {},
): FrameworkDocument {
  return {
    format: FRAMEWORK_FORMAT,
    actions: [{ ...ACTION, ...action }],
    indicators: [{ ...INDICATOR, ...indicator }],
    rules: [],
  };
}
const element = (
  code: string,
  more: Partial<FrameworkIndicator['elements'][number]> = {},
): FrameworkIndicator['elements'][number] => ({
  code,
  name: both('Definition'),
  definition: both('Stage 4 when the code defines it'),
  instrument: 'ILO Convention No. 190, Art. 1',
  origin: 'DEFINITION',
  counts: true,
  ...more,
});
const LAW: Partial<FrameworkIndicator> = {
  kind: 'MILESTONE',
  tableAxes: [],
  stages: { en: ['none', 'in force'] },
  elements: [element('A1.1-DEF')],
};
const axis = (...all: string[]) => ({
  dimension: 'sex' as const,
  codes: all.map((code) => ({ code, name: both(code) })),
});
const codes = (problems: readonly { code: string; field: string }[]) =>
  problems.map(({ code, field }) => `${code} ${field}`);

describe('reading a framework', () => {
  test('a document that was written is read as it was', () => {
    const document = framework();
    expect(readFramework(JSON.parse(JSON.stringify(document)))).toEqual({ document, problems: [] });
  });

  test.each([
    ['a key that nobody knows', { colour: 'red' }, 'UNKNOWN_KEY indicators.0.colour'],
    ['a figure as a float', { min: 0.5 }, 'WRONG_TYPE indicators.0.min'],
    ['a figure with an exponent', { max: '1e3' }, 'NOT_A_DECIMAL indicators.0.max'],
    ['a kind of its own', { kind: 'GUESS' }, 'UNKNOWN_VALUE indicators.0.kind'],
    ['a language of its own', { name: { de: 'Name' } }, 'UNKNOWN_LANGUAGE indicators.0.name.de'],
    ['a blank text', { name: { en: ' ' } }, 'BLANK_TEXT indicators.0.name.en'],
    ['a code in Cyrillic', { code: 'А1.1' }, 'UNKNOWN_VALUE indicators.0.code'],
    ['a prototype', JSON.parse('{"__proto__": 1}') as object, 'UNKNOWN_KEY indicators.0.__proto__'],
  ])('%s is refused', (_what, wrong, problem) => {
    const document = framework();
    const broken: object = { ...document.indicators[0] };
    Object.defineProperties(broken, Object.getOwnPropertyDescriptors(wrong));
    const read = readFramework({ ...document, indicators: [broken] });
    expect(read.document).toBeNull();
    expect(codes(read.problems)).toEqual([problem]);
  });

  test('what is missing is named, and what is no document is refused', () => {
    const without: object = { ...INDICATOR };
    Reflect.deleteProperty(without, 'name');
    expect(codes(readFramework({ ...framework(), indicators: [without] }).problems)).toEqual([
      'MISSING_KEY indicators.0.name',
    ]);
    for (const wrong of [null, [], 'text', 1]) {
      expect(codes(readFramework(wrong).problems)).toEqual(['WRONG_TYPE ']);
    }
  });

  test('a document from before a plain field says nothing of it', () => {
    const [, ...later] = PLAIN_FIELD_NAMES;
    const document = framework();
    const old = Object.entries(INDICATOR).filter(([key]) => !later.some((name) => name === key));
    const read = readFramework({ ...document, indicators: [Object.fromEntries(old)] });
    expect(read).toEqual({ document, problems: [] });
  });

  test('lists without an order of their own come in a fixed one', () => {
    const at = (year: number) => ({
      area: 'KGZ',
      year,
      kind: 'law' as const,
      note: {},
      source: null,
    });
    const read = readFramework(framework({ breaks: [at(2020), at(2016)] }));
    expect(read.document?.indicators[0]?.breaks.map(({ year }) => year)).toEqual([2016, 2020]);
  });
});

describe('the rules of a framework', () => {
  test('a sound one has no problem, with a law or without', () => {
    expect(checkFramework(framework())).toEqual([]);
    expect(checkFramework(framework(LAW))).toEqual([]);
  });

  test.each([
    ['HEADLINE', 'NEVER_SCORED actions.0.indicators.0.role'],
    ['SUPPORTING', 'NEVER_SCORED actions.0.indicators.0.role'],
  ] as const)('what has no direction is never %s', (role, problem) => {
    const links = [{ code: 'A1.1', role, weight: '1' }];
    const found = checkFramework(framework({ direction: 'NONE' }, { indicators: links }));
    expect(codes(found)).toEqual([problem]);
  });

  test('reported cases have no wanted direction, and are context', () => {
    const links = [{ code: 'A1.1', role: 'CONTEXT' as const, weight: '1' }];
    const reported = { reportedCases: true, direction: 'DECREASE' as const };
    expect(codes(checkFramework(framework(reported, { indicators: links })))).toEqual([
      'NEVER_SCORED indicators.0.direction',
    ]);
    const context = { ...reported, direction: 'NONE' as const };
    expect(checkFramework(framework(context, { indicators: links }))).toEqual([]);
    expect(neverScored(reported)).toBe(true);
  });

  test.each(['WOMEN', 'WOMEN_15_PLUS'])('a denominator is a kind of population: %s', (kind) => {
    expect(checkFramework(framework({ denominatorOf: kind }))).toEqual([]);
  });

  test.each([
    ['a link to nothing', {}, { indicators: [{ code: 'B9', role: 'CONTEXT', weight: '1' }] }],
    ['a weight of zero', {}, { indicators: [{ code: 'A1.1', role: 'CONTEXT', weight: '0' }] }],
    ['a title in one language', {}, { title: { en: 'Train' } }],
    ['a law without stages', { ...LAW, stages: null }, {}],
    ['a law that is sensitive', { ...LAW, sensitive: true }, {}],
    ['a law without elements', { ...LAW, elements: [] }, {}],
    [
      'a law of which nothing counts',
      { ...LAW, elements: [element('A1.1-DEF', { counts: false })] },
      {},
    ],
    [
      'a law with an element twice',
      { ...LAW, elements: [element('A1.1-X'), element('A1.1-X')] },
      {},
    ],
    ['a law with the element of another', { ...LAW, elements: [element('A1.10-DEF')] }, {}],
    [
      'an element without a Russian name',
      { ...LAW, elements: [element('A1.1-X', { name: { en: 'X' } })] },
      {},
    ],
    ['elements of a number', { elements: [element('A1.1-DEF')] }, {}],
    ['stages of what is no milestone', { stages: { en: ['no', 'yes'] } }, {}],
    ['limits the wrong way round', { min: '10', max: '9.5' }, {}],
    ['a breakdown twice', { breakdowns: ['sex', 'sex'] }, {}],
    ['a link to a count that does not exist', { denominatorOf: 'B9.1' }, {}],
    ['a count that is its own', { numeratorOf: 'A1.1' }, {}],
    ['one count above and below', { numeratorOf: 'A1.1:DENOMINATOR' }, {}],
    ['a table by what it is not broken down by', { breakdowns: ['age'] }, {}],
    ['a table of a law', { kind: 'BINARY' }, {}],
    ['a table with one category', { tableAxes: [axis('F')] }, {}],
    ['a table with a category twice', { tableAxes: [axis('F', 'F')] }, {}],
    ['a table of sex × sex', { tableAxes: [axis('F', 'M'), axis('F', 'M')] }, {}],
    [
      'a category without a Russian name',
      {
        tableAxes: [
          {
            ...axis('F', 'M'),
            codes: [
              { code: 'F', name: { en: 'women' } },
              { code: 'M', name: both('men') },
            ],
          },
        ],
      },
      {},
    ],
  ] as [string, Partial<FrameworkIndicator>, Partial<FrameworkAction>][])(
    '%s is refused',
    (_what, indicator, action) => {
      expect(checkFramework(framework(indicator, action))).toHaveLength(1);
    },
  );
});

describe('the difference of two frameworks', () => {
  test('is nothing where they are equal, whatever the order of keys', () => {
    const turned = framework({ name: { ru: 'Trained officers (ru)', en: 'Trained officers' } });
    expect(diffFramework(framework(), turned)).toEqual([]);
  });

  test('names what is new and what is changed, field by field', () => {
    const wanted = framework({ decimals: 2 });
    wanted.indicators.push({ ...INDICATOR, code: 'A1.2' });
    const found = diffFramework(framework(), wanted);
    expect(found.map(({ code, change }) => [code, change])).toEqual([
      ['A1.1', 'CHANGED'],
      ['A1.2', 'ADDED'],
    ]);
    expect(found[0]?.fields).toEqual([{ field: 'decimals', before: 1, after: 2 }]);
  });

  test('keeps what the newer one does not name', () => {
    const part = { actions: [], indicators: [{ ...INDICATOR, decimals: 3 }], rules: [] };
    const merged = overlayFramework(framework(), part);
    expect(merged.actions).toHaveLength(1);
    expect(merged.indicators.map(({ decimals }) => decimals)).toEqual([3]);
  });

  test('tells a changed weight or role from a changed order', () => {
    const links: FrameworkAction['indicators'] = [
      { code: 'A1.1', role: 'HEADLINE', weight: '1' },
      { code: 'A1.2', role: 'CONTEXT', weight: '1' },
    ];
    const before = framework({}, { indicators: links });
    const judge = (indicators: FrameworkAction['indicators']) =>
      diffFramework(before, framework({}, { indicators })).map((one) => reweighed(one) !== null);
    expect(judge(links.toReversed())).toEqual([false]);
    expect(judge([{ code: 'A1.1', role: 'HEADLINE', weight: '2' }, ...links.slice(1)])).toEqual([
      true,
    ]);
    expect(judge(links.slice(0, 1))).toEqual([true]);
  });

  test.each<[string, FrameworkIndicator['elements'][number][], boolean]>([
    ['another order', [element('A1.1-B'), element('A1.1-A')], false],
    ['another name', [element('A1.1-A', { name: both('Other') }), element('A1.1-B')], false],
    ['one that no longer counts', [element('A1.1-A', { counts: false }), element('A1.1-B')], true],
    ['one more', [element('A1.1-A'), element('A1.1-B'), element('A1.1-C')], true],
    ['one less', [element('A1.1-A')], true],
  ])(
    'tells whether a law is judged otherwise after %s of its elements',
    (_what, elements, otherwise) => {
      const before = framework({ ...LAW, elements: [element('A1.1-A'), element('A1.1-B')] });
      const found = diffFramework(before, framework({ ...LAW, elements }));
      expect(found.map((one) => reweighed(one) !== null)).toEqual([otherwise]);
    },
  );
});

describe('completeness of a sheet', () => {
  test('counts what is said in one language, and names what is not', () => {
    const total = MANDATORY_SHEET_KEYS.length + 3;
    expect(sheetCompleteness(INDICATOR, 'en')).toMatchObject({ filled: 4, total });
    const russian = sheetCompleteness(INDICATOR, 'ru');
    expect(russian.filled).toBe(3);
    expect(russian.missing).toContain('rationale');
    expect(sheetCompleteness({ ...INDICATOR, name: { kk: ' ' } }, 'kk').filled).toBe(0);
  });

  test('counts the elements of a law where all of them are named and defined', () => {
    const total = MANDATORY_SHEET_KEYS.length + 4;
    const law = {
      ...INDICATOR,
      elements: [element('A1.1-A'), element('A1.1-B', { name: { en: 'B' } })],
    };
    expect(sheetCompleteness(law, 'en')).toMatchObject({ filled: 5, total });
    expect(sheetCompleteness(law, 'ru').missing).toContain('elements');
  });
});
