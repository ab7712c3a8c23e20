import {
  type FrameworkAction,
  type FrameworkIndicator,
  type FrameworkRule,
  type FrameworkTexts,
  NO_PLAIN_FIELDS,
  type SheetKey,
  type TextLanguage,
} from '@qadam/domain';
import type { LocalText } from '../../graphql/local-text.type.ts';
import type { SaveActionInput, SaveIndicatorInput } from './framework.input.ts';
import type { TryValidationRuleInput } from './validation-rule.input.ts';
import type { RuleSide } from './validation-rule.type.ts';
import { without } from './without.ts';

/** The input as an object of the document, whose schema then checks what the GraphQL types cannot. */
export function actionOf({ links, ...input }: SaveActionInput): FrameworkAction {
  const action = inLanguages(input, 'title', 'quote', 'reading');
  return {
    ...without(action, ...ENVELOPE),
    quote: Object.keys(action.quote).length > 0 ? action.quote : null,
    indicators: links.map(({ indicator, role, weight }) => ({ code: indicator, role, weight })),
  };
}

/** Fields that a client may leave out become null. The categories of the table are not part of the form, so they stay as they are. */
export function indicatorOf(
  input: SaveIndicatorInput,
  { tableAxes }: Pick<FrameworkIndicator, 'tableAxes'>,
): FrameworkIndicator {
  const limits = { min: null, max: null, step: null };
  const unsaid = { centresIn: null, ...limits, numeratorOf: null, denominatorOf: null };
  const indicator = inLanguages(input, 'name', 'definition', 'unitText');
  return {
    ...NO_PLAIN_FIELDS,
    ...unsaid,
    ...without(indicator, ...ENVELOPE),
    tableAxes,
    breakdowns: input.breakdowns as FrameworkIndicator['breakdowns'],
    stages: input.stages ? stagesOf(input.stages) : null,
    elements: input.elements.map((one) => ({
      ...inLanguages(one, 'name', 'definition'),
      instrument: (one.instrument ?? '').trim() || null,
    })),
    sheet: sheetOf(input.sheet),
    benchmarks: input.benchmarks.map((one) => ({
      ...{ per: null, population: null, url: null, source: null },
      ...inLanguages(one, 'label', 'citation'),
    })),
    breaks: input.breaks.map((one) => ({ ...{ source: null }, ...inLanguages(one, 'note') })),
  };
}

/** The comparison of a rule, without its message and settings. */
export function ruleOf({ code, left, operator, right, missing }: TryValidationRuleInput) {
  return { code, left: sideOf(left), operator, right: sideOf(right), missing };
}

const sideOf = ({ terms, constant = null }: RuleSide): FrameworkRule['left'] => ({
  terms,
  constant,
});

/** Fields of an input that are about the change, not about the object. */
const ENVELOPE = ['expectedVersion', 'idempotencyKey', 'reason'] as const;

/** The object with the given texts as records by language. */
export function inLanguages<T extends object, K extends keyof T>(
  object: T & Record<K, LocalText[]>,
  ...keys: K[]
): Omit<T, K> & Record<K, FrameworkTexts> {
  const texts = keys.map((key) => [
    key,
    Object.fromEntries(filledTexts(object[key]).map(({ lang, text }) => [lang, text])),
  ]);
  return { ...object, ...(Object.fromEntries(texts) as Record<K, FrameworkTexts>) };
}

/** The texts without those that were emptied. */
const filledTexts = (texts: readonly LocalText[]): LocalText[] =>
  texts.map(({ lang, text }) => ({ lang, text: text.trim() })).filter(({ text }) => text !== '');

function sheetOf(entries: SaveIndicatorInput['sheet']): FrameworkIndicator['sheet'] {
  const sheet: Partial<Record<TextLanguage, Partial<Record<SheetKey, string>>>> = {};
  for (const { key, texts } of entries) {
    for (const { lang, text } of filledTexts(texts)) (sheet[lang] ??= {})[key as SheetKey] = text;
  }
  return sheet;
}

/** The stages by language. If a language lacks a step, its later ones are dropped, as they would move up otherwise. */
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
