import { NO_PLAIN_FIELDS } from '@qadam/domain';
import type { FrameworkActionFragment } from './framework.generated.ts';
import type { IndicatorSheetFragment } from './indicator-sheet.generated.ts';

/** The draft of a new action. */
export function emptyAction(code: string, position: number): FrameworkActionFragment {
  return {
    code,
    version: 0,
    kind: 'PRIORITY',
    scope: 'COUNTRY',
    title: [],
    quote: [],
    reading: [],
    position,
    links: [],
  };
}

/** A new indicator: a share, as most are, and context by default. */
export function emptyIndicator(code: string): IndicatorSheetFragment {
  return {
    code,
    version: 0,
    released: false,
    actions: [],
    kind: 'NUMERIC',
    scope: 'COUNTRY',
    unit: 'PT',
    unitText: [],
    multiplier: '100',
    decimals: 1,
    direction: 'NONE',
    reportedCases: false,
    centresIn: null,
    valueType: 'STOCK',
    regionalMethod: 'RATIO',
    sensitive: false,
    thresholdBase: 5,
    thresholdDetailed: 10,
    min: '0',
    max: '100',
    step: null,
    whole: false,
    breakdowns: [],
    ...NO_PLAIN_FIELDS,
    numeratorOf: null,
    denominatorOf: null,
    name: [],
    definition: [],
    stages: null,
    elements: [],
    sheet: [],
    position: 1000,
    benchmarks: [],
    breaks: [],
  };
}
