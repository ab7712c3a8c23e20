import {
  type FrameworkAction,
  type FrameworkBenchmark,
  type FrameworkBreak,
  type FrameworkElement,
  type FrameworkIndicator,
  type FrameworkTexts,
  NO_PLAIN_FIELDS,
  type SheetKey,
  type TextLanguage,
} from '@qadam/domain';
import type {
  BenchmarkInput,
  ElementInput,
  SaveActionInput,
  SaveIndicatorInput,
  SeriesBreakInput,
  TextInput,
} from './framework.input.ts';
import { without } from './without.ts';

/** The object as the document has it. Its schema judges what the types of the wire cannot. */
export function actionOf(input: SaveActionInput): FrameworkAction {
  const { code, kind, scope, title, quote, reading, position, links } = input;
  return {
    code,
    kind,
    scope,
    title: textsOf(title),
    quote: filledTexts(quote).length > 0 ? textsOf(quote) : null,
    reading: textsOf(reading),
    position,
    indicators: links.map(({ indicator, role, weight }) => ({ code: indicator, role, weight })),
  };
}

/** The categories of its table are no part of the form: they stay as they are. */
export function indicatorOf(
  input: SaveIndicatorInput,
  { tableAxes }: Pick<FrameworkIndicator, 'tableAxes'>,
): FrameworkIndicator {
  const { name, definition, unitText, stages, sheet, breakdowns } = input;
  return {
    ...NO_PLAIN_FIELDS,
    ...without(structuredClone(input), 'expectedVersion', 'idempotencyKey', 'reason'),
    min: input.min ?? null,
    max: input.max ?? null,
    numeratorOf: input.numeratorOf ?? null,
    denominatorOf: input.denominatorOf ?? null,
    tableAxes,
    breakdowns: breakdowns as FrameworkIndicator['breakdowns'],
    unitText: textsOf(unitText),
    name: textsOf(name),
    definition: textsOf(definition),
    stages: stages ? stagesOf(stages) : null,
    elements: input.elements.map(elementOf),
    sheet: sheetOf(sheet),
    benchmarks: input.benchmarks.map(benchmarkOf),
    breaks: input.breaks.map(breakOf),
  };
}

function benchmarkOf(input: BenchmarkInput): FrameworkBenchmark {
  const { id, value, per, kind, sense, population, label, citation, url, source } = input;
  return {
    id,
    value,
    kind,
    sense,
    per: per ?? null,
    population: population ?? null,
    url: url ?? null,
    source: source ?? null,
    label: textsOf(label),
    citation: textsOf(citation),
  };
}

function elementOf(input: ElementInput): FrameworkElement {
  const { code, origin, counts, name, definition, instrument } = input;
  return {
    code,
    origin,
    counts,
    name: textsOf(name),
    definition: textsOf(definition),
    instrument: (instrument ?? '').trim() || null,
  };
}

function breakOf({ area, year, kind, note, source }: SeriesBreakInput): FrameworkBreak {
  return { area, year, kind, note: textsOf(note), source: source ?? null };
}

/** A text that was emptied is no text. */
function textsOf(texts: readonly TextInput[]): FrameworkTexts {
  return Object.fromEntries(filledTexts(texts).map(({ lang, text }) => [lang, text]));
}

function filledTexts(texts: readonly TextInput[]): TextInput[] {
  return texts
    .map(({ lang, text }) => ({ lang, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

function sheetOf(entries: SaveIndicatorInput['sheet']): FrameworkIndicator['sheet'] {
  const sheet: Partial<Record<TextLanguage, Partial<Record<SheetKey, string>>>> = {};
  for (const { key, texts } of entries) {
    for (const { lang, text } of filledTexts(texts)) (sheet[lang] ??= {})[key as SheetKey] = text;
  }
  return sheet;
}

/** A language has its steps from the first on; where it lacks one, what follows would move up. */
function stagesOf(steps: NonNullable<SaveIndicatorInput['stages']>): FrameworkIndicator['stages'] {
  const stages: Partial<Record<TextLanguage, string[]>> = {};
  for (const [index, { texts }] of steps.entries()) {
    for (const { lang, text } of filledTexts(texts)) {
      const list = (stages[lang] ??= []);
      if (list.length === index) list.push(text);
    }
  }
  return stages;
}
