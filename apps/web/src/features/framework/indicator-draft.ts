import {
  readPlainFields,
  SHEET_KEYS,
  sheetCompleteness,
  type SheetCompleteness,
  typedPlainFields,
} from '@qadam/domain';
import { languages, type Language } from '@qadam/i18n';
import { without } from '../../app/search.ts';
import type { IndicatorSheetFragment, SaveIndicatorInput } from './indicator-sheet.generated.ts';
import { drafted, type Drafted, draftOf, filled, filledTexts } from './texts.ts';

type Sheet = IndicatorSheetFragment;

export type BenchmarkDraft = Drafted<Sheet['benchmarks'][number], 'label' | 'citation'>;
export type BreakDraft = Drafted<Sheet['breaks'][number], 'note'>;
export type ElementDraft = Drafted<Sheet['elements'][number], 'name' | 'definition'>;

/** An indicator while it is edited: texts by language, figures as they are typed. */
export type IndicatorDraft = ReturnType<typeof indicatorDraft>;

export function indicatorDraft(indicator: Sheet) {
  return {
    ...drafted(indicator, 'name', 'definition', 'unitText'),
    ...typedPlainFields(indicator),
    stages: (indicator.stages ?? []).map(({ texts }) => draftOf(texts)),
    elements: indicator.elements.map((one) => drafted(one, 'name', 'definition')),
    sheet: Object.fromEntries(indicator.sheet.map(({ key, texts }) => [key, draftOf(texts)])),
    benchmarks: indicator.benchmarks.map((one) => drafted(one, 'label', 'citation')),
    breaks: indicator.breaks.map((one) => drafted(one, 'note')),
  };
}

export function indicatorInput(
  draft: IndicatorDraft,
  reason: string,
): Omit<SaveIndicatorInput, 'idempotencyKey'> {
  // without what is read of an indicator but cannot be saved
  const written = without(draft, 'version', 'released', 'actions');
  const { kind, stages, elements, sheet, benchmarks, breaks } = draft;
  return {
    ...filled(written, 'name', 'definition', 'unitText'),
    ...readPlainFields(draft),
    expectedVersion: draft.version,
    multiplier: figure(draft.multiplier) ?? '',
    min: figure(draft.min),
    max: figure(draft.max),
    step: figure(draft.step),
    numeratorOf: code(draft.numeratorOf),
    denominatorOf: code(draft.denominatorOf),
    stages: kind === 'MILESTONE' ? stages.map((texts) => ({ texts: filledTexts(texts) })) : null,
    elements: elements.map((one) => ({
      ...without(filled(one, 'name', 'definition'), 'inUse'),
      instrument: code(one.instrument),
    })),
    sheet: Object.entries(sheet).map(([key, texts]) => ({ key, texts: filledTexts(texts) })),
    benchmarks: benchmarks.map((one) => ({
      ...filled(one, 'label', 'citation'),
      value: figure(one.value) ?? '',
      per: figure(one.per),
      url: code(one.url),
    })),
    breaks: breaks.map((one) => filled(one, 'note')),
    reason,
  };
}

/** How complete the texts are in a language, by the same rule as in the API. */
export function completenessOf(draft: IndicatorDraft, lang: Language): SheetCompleteness {
  const sheet = Object.fromEntries(
    languages.map((one) => [
      one,
      Object.fromEntries(SHEET_KEYS.map((key) => [key, draft.sheet[key]?.[one] ?? ''])),
    ]),
  );
  return sheetCompleteness({ ...draft, sheet }, lang);
}

/** A code, or null for an empty text. */
const code = (text: string | null): string | null => (text ?? '').trim() || null;

/** A figure for the API: with a decimal point, also if it was typed with a comma. */
const figure = (text: string | null): string | null => code(text)?.replace(',', '.') ?? null;
