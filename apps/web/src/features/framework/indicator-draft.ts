import {
  type PlainField,
  readPlainFields,
  SHEET_KEYS,
  sheetCompleteness,
  type SheetCompleteness,
  typedPlainFields,
} from '@qadam/domain';
import { languages, type Language } from '@qadam/i18n';
import type { IndicatorSheetFragment, SaveIndicatorInput } from './indicator-sheet.generated.ts';
import { draftOf, filledTexts, type Texts } from './texts.ts';

type Sheet = IndicatorSheetFragment;

export type BenchmarkDraft = Omit<Sheet['benchmarks'][number], 'label' | 'citation'> & {
  label: Texts;
  citation: Texts;
};
export type BreakDraft = Omit<Sheet['breaks'][number], 'note'> & { note: Texts };

export type ElementDraft = Omit<Sheet['elements'][number], 'name' | 'definition'> & {
  name: Texts;
  definition: Texts;
};

/** An indicator while it is edited: texts by language, figures as they are typed. */
export type IndicatorDraft = Omit<
  Sheet,
  | PlainField
  | 'name'
  | 'definition'
  | 'unitText'
  | 'stages'
  | 'elements'
  | 'sheet'
  | 'benchmarks'
  | 'breaks'
> &
  Record<PlainField, string> & {
    name: Texts;
    definition: Texts;
    unitText: Texts;
    stages: Texts[];
    elements: ElementDraft[];
    sheet: Record<string, Texts>;
    benchmarks: BenchmarkDraft[];
    breaks: BreakDraft[];
  };

export function indicatorDraft(indicator: Sheet): IndicatorDraft {
  return {
    ...indicator,
    ...typedPlainFields(indicator),
    name: draftOf(indicator.name),
    definition: draftOf(indicator.definition),
    unitText: draftOf(indicator.unitText),
    stages: (indicator.stages ?? []).map(({ texts }) => draftOf(texts)),
    elements: indicator.elements.map((one) => ({
      ...one,
      name: draftOf(one.name),
      definition: draftOf(one.definition),
    })),
    sheet: Object.fromEntries(indicator.sheet.map(({ key, texts }) => [key, draftOf(texts)])),
    benchmarks: indicator.benchmarks.map((one) => ({
      ...one,
      label: draftOf(one.label),
      citation: draftOf(one.citation),
    })),
    breaks: indicator.breaks.map((one) => ({ ...one, note: draftOf(one.note) })),
  };
}

export function indicatorInput(
  draft: IndicatorDraft,
  reason: string,
): Omit<SaveIndicatorInput, 'idempotencyKey'> {
  const rest = withoutView(draft);
  return {
    ...rest,
    expectedVersion: draft.version,
    multiplier: figure(rest.multiplier) ?? '',
    min: figure(rest.min),
    max: figure(rest.max),
    ...readPlainFields(rest),
    numeratorOf: code(rest.numeratorOf),
    denominatorOf: code(rest.denominatorOf),
    name: filledTexts(rest.name),
    definition: filledTexts(rest.definition),
    unitText: filledTexts(rest.unitText),
    stages:
      rest.kind === 'MILESTONE'
        ? rest.stages.map((texts) => ({ texts: filledTexts(texts) }))
        : null,
    elements: rest.elements.map((one) => ({
      ...withoutInUse(one),
      instrument: code(one.instrument),
      name: filledTexts(one.name),
      definition: filledTexts(one.definition),
    })),
    sheet: Object.entries(rest.sheet).map(([key, texts]) => ({ key, texts: filledTexts(texts) })),
    benchmarks: rest.benchmarks.map((one) => ({
      ...withoutTypename(one),
      value: figure(one.value) ?? '',
      per: figure(one.per),
      url: code(one.url),
      label: filledTexts(one.label),
      citation: filledTexts(one.citation),
    })),
    breaks: rest.breaks.map((one) => ({ ...withoutTypename(one), note: filledTexts(one.note) })),
    reason,
  };
}

/** How much is written in a language; the rule is the api's own. */
export function completenessOf(draft: IndicatorDraft, lang: Language): SheetCompleteness {
  const sheet = Object.fromEntries(
    languages.map((one) => [
      one,
      Object.fromEntries(SHEET_KEYS.map((key) => [key, draft.sheet[key]?.[one] ?? ''])),
    ]),
  );
  return sheetCompleteness({ ...draft, sheet }, lang);
}

/** A decimal comma is a point on the wire; nothing is no figure. */
function figure(text: string | null): string | null {
  const trimmed = (text ?? '').trim().replace(',', '.');
  return trimmed === '' ? null : trimmed;
}

function code(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}

/** What is read of an indicator and not written. */
function withoutView(
  draft: IndicatorDraft,
): Omit<IndicatorDraft, 'version' | 'released' | 'actions'> {
  const copy = withoutTypename(draft);
  for (const key of ['version', 'released', 'actions']) Reflect.deleteProperty(copy, key);
  return copy;
}

function withoutInUse(element: ElementDraft): Omit<ElementDraft, 'inUse'> {
  const copy = withoutTypename(element);
  Reflect.deleteProperty(copy, 'inUse');
  return copy;
}

/** The cache adds the name of the type, which an input does not know. */
function withoutTypename<T extends object>(object: T): T {
  const copy = { ...object };
  Reflect.deleteProperty(copy, '__typename');
  return copy;
}
