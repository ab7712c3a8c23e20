import type {
  FrameworkAction,
  FrameworkIndicator,
  FrameworkTexts,
  SheetKey,
  TextLanguage,
} from '@qadam/domain';
import type { SaveActionInput, SaveIndicatorInput, TextInput } from './framework.input.ts';

/** The object as the document has it. Its schema judges what the types of the wire cannot. */
export function actionOf(input: SaveActionInput): FrameworkAction {
  const { code, kind, pillar, scope, title, text, position, links } = input;
  return {
    code,
    kind,
    pillar,
    scope,
    title: textsOf(title),
    text: textsOf(text),
    position,
    indicators: links.map(({ indicator, role, weight }) => ({ code: indicator, role, weight })),
  };
}

export function indicatorOf(input: SaveIndicatorInput): FrameworkIndicator {
  const { expectedVersion: _v, idempotencyKey: _k, ...rest } = input;
  return {
    ...rest,
    min: rest.min ?? null,
    max: rest.max ?? null,
    sdgCode: rest.sdgCode ?? null,
    denominator: rest.denominator ?? null,
    breakdowns: rest.breakdowns as FrameworkIndicator['breakdowns'],
    unitText: textsOf(rest.unitText),
    name: textsOf(rest.name),
    definition: textsOf(rest.definition),
    stages: rest.stages ? stagesOf(rest.stages) : null,
    sheet: sheetOf(rest.sheet),
    benchmarks: rest.benchmarks.map((benchmark) => ({
      ...benchmark,
      per: benchmark.per ?? null,
      population: benchmark.population ?? null,
      url: benchmark.url ?? null,
      source: benchmark.source ?? null,
      label: textsOf(benchmark.label),
      citation: textsOf(benchmark.citation),
    })),
    breaks: rest.breaks.map((one) => ({
      ...one,
      note: textsOf(one.note),
      source: one.source ?? null,
    })),
  };
}

/** A text that was emptied is no text. */
function textsOf(texts: readonly TextInput[]): FrameworkTexts {
  return Object.fromEntries(said(texts).map(({ lang, text }) => [lang, text]));
}

function said(texts: readonly TextInput[]): TextInput[] {
  return texts
    .map(({ lang, text }) => ({ lang, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

function sheetOf(entries: SaveIndicatorInput['sheet']): FrameworkIndicator['sheet'] {
  const sheet: Partial<Record<TextLanguage, Partial<Record<SheetKey, string>>>> = {};
  for (const { key, texts } of entries) {
    for (const { lang, text } of said(texts)) (sheet[lang] ??= {})[key as SheetKey] = text;
  }
  return sheet;
}

/** A language has its steps from the first on; where it lacks one, what follows would move up. */
function stagesOf(steps: NonNullable<SaveIndicatorInput['stages']>): FrameworkIndicator['stages'] {
  const stages: Partial<Record<TextLanguage, string[]>> = {};
  for (const [index, { texts }] of steps.entries()) {
    for (const { lang, text } of said(texts)) {
      const list = (stages[lang] ??= []);
      if (list.length === index) list.push(text);
    }
  }
  return stages;
}
