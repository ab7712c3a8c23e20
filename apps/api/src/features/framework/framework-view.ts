import {
  type FrameworkIndicator as Document,
  type FrameworkTexts,
  inEachLanguage,
  SHEET_KEYS,
  sheetCompleteness,
  TEXT_LANGUAGES,
} from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import { everyText, type LocalText, pickText } from '../../graphql/local-text.type.ts';
import type { CurrentFramework, InUse } from './framework.reader.ts';
import type {
  Framework,
  FrameworkAction,
  FrameworkIndicatorSheet,
  MethodNote,
} from './framework.type.ts';

/** The whole framework: actions in full, indicators as a list shows them. */
export function frameworkView(
  current: CurrentFramework,
  notes: MethodNote[],
  lang: Language,
): Framework {
  const { actions, indicators } = current.document;
  return {
    actions: actions.flatMap(({ code }) => actionView(current, code) ?? []),
    indicators: indicators.map((indicator) => ({
      ...indicator,
      name: pickText(indicator.name, lang),
      version: current.versions.get(`INDICATOR ${indicator.code}`) ?? 0,
      completeness: TEXT_LANGUAGES.map((one) => ({
        lang: one,
        ...sheetCompleteness(indicator, one),
      })),
    })),
    notes,
  };
}

export function actionView(
  { document, versions }: CurrentFramework,
  code: string,
): FrameworkAction | null {
  const action = document.actions.find((one) => one.code === code);
  if (action === undefined) return null;
  return {
    ...inAll({ ...action, quote: action.quote ?? {} }, 'title', 'quote', 'reading'),
    version: versions.get(`ACTION ${code}`) ?? 0,
    links: action.indicators.map(({ code: indicator, ...link }) => ({ indicator, ...link })),
  };
}

export function indicatorView(
  { document, versions }: CurrentFramework,
  code: string,
  { released, elementsInUse }: InUse,
): FrameworkIndicatorSheet | null {
  const indicator = document.indicators.find((one) => one.code === code);
  if (indicator === undefined) return null;
  return {
    ...inAll(indicator, 'unitText', 'name', 'definition'),
    version: versions.get(`INDICATOR ${code}`) ?? 0,
    released: released.has(code),
    actions: document.actions
      .filter(({ indicators }) => indicators.some((link) => link.code === code))
      .map((action) => action.code),
    stages: stagesOf(indicator),
    elements: indicator.elements.map((element) => ({
      ...inAll(element, 'name', 'definition'),
      inUse: elementsInUse.has(element.code),
    })),
    sheet: SHEET_KEYS.map((key) => ({
      key,
      texts: everyText(inEachLanguage((lang) => indicator.sheet[lang]?.[key])),
    })),
    benchmarks: indicator.benchmarks.map((one) => inAll(one, 'label', 'citation')),
    breaks: indicator.breaks.map((one) => inAll(one, 'note')),
  };
}

function stagesOf({ stages }: Document): { texts: LocalText[] }[] | null {
  if (stages === null) return null;
  const steps = Math.max(0, ...Object.values(stages).map(({ length }) => length));
  return Array.from({ length: steps }, (_, step) => ({
    texts: everyText(inEachLanguage((lang) => stages[lang]?.[step])),
  }));
}

/** The object with the given texts as lists of all their languages. */
function inAll<T extends object, K extends keyof T>(
  object: T & Record<K, FrameworkTexts>,
  ...keys: K[]
): Omit<T, K> & Record<K, LocalText[]> {
  const texts = keys.map((key) => [key, everyText(object[key])]);
  return { ...object, ...(Object.fromEntries(texts) as Record<K, LocalText[]>) };
}
