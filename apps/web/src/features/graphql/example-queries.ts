import type { Language } from '@qadam/i18n';

export const EXAMPLES = [
  'levels',
  'indicator',
  'values',
  'indicators',
  'changes',
  'lists',
] as const;
export type Example = (typeof EXAMPLES)[number];

export interface Query {
  text: string;
  /** JSON text. */
  variables: string;
}

/** The texts of the examples. Each is valid by the schema, which its spec checks, and gets an answer. */
const TEXTS: Readonly<Record<Example, readonly [text: string, variables: object]>> = {
  levels: [
    `query Levels($lang: Language!) {
  scorecard(lang: $lang) {
    release { number }
    rows {
      action { code title { text } }
      cells { area level { word percent } }
    }
  }
}`,
    {},
  ],
  indicator: [
    `query Indicator($lang: Language!, $code: ID!) {
  indicator(lang: $lang, code: $code) {
    indicator { name { text } unit }
    series {
      area
      values { year value obsStatus source }
    }
  }
}`,
    { code: 'A4.2' },
  ],
  values: [
    `# the next page: the same, with next of the answer as $after
query Values($lang: Language!, $areas: [ID!], $from: Int, $first: Int!, $after: ID) {
  values(lang: $lang, areas: $areas, from: $from, first: $first, after: $after) {
    release { number }
    values { indicator area year sex age region value obsStatus }
    next
  }
}`,
    { areas: ['KGZ'], from: 2018, first: 50 },
  ],
  indicators: [
    `query Indicators($lang: Language!, $action: ID, $first: Int) {
  indicators(lang: $lang, action: $action, first: $first) {
    indicators { code name { text } kind unit known }
    next
  }
}`,
    { action: 'A5', first: 20 },
  ],
  changes: [
    `query Changes($lang: Language!) {
  changes(lang: $lang) {
    from { number }
    to { number }
    confirmed
    counts { class count }
  }
}`,
    {},
  ],
  lists: [
    `query Lists($lang: Language!) {
  areas(lang: $lang) { code kind name { text } }
  actions(lang: $lang) { code title { text } }
}`,
    {},
  ],
};

export function exampleQuery(example: Example, lang: Language): Query {
  const [text, variables] = TEXTS[example];
  return { text, variables: JSON.stringify({ lang, ...variables }, null, 2) };
}
