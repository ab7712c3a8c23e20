import {
  type FrameworkIndicator as Document,
  SHEET_KEYS,
  sheetCompleteness,
  TEXT_LANGUAGES,
} from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import { type LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { CurrentFramework, InUse } from './framework.reader.ts';
import type {
  Framework,
  FrameworkAction,
  FrameworkIndicatorSheet,
  MethodNote,
} from './framework.type.ts';

/** The tree: all of every action, and of the indicators what a list shows. */
export function frameworkView(
  current: CurrentFramework,
  notes: MethodNote[],
  lang: Language,
): Framework {
  const { actions, indicators } = current.document;
  return {
    actions: actions.flatMap(({ code }) => actionView(current, code) ?? []),
    indicators: indicators.map((indicator) => ({
      code: indicator.code,
      name: pickText(indicator.name as Texts, lang),
      kind: indicator.kind,
      scope: indicator.scope,
      direction: indicator.direction,
      reportedCases: indicator.reportedCases,
      version: current.versions.get(`INDICATOR ${indicator.code}`) ?? 0,
      completeness: TEXT_LANGUAGES.map((one) => {
        const { filled, total } = sheetCompleteness(indicator, one);
        return { lang: one, filled, total };
      }),
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
  const { indicators, title, quote, reading, ...rest } = action;
  return {
    ...rest,
    version: versions.get(`ACTION ${code}`) ?? 0,
    title: inAll(title),
    quote: inAll(quote ?? {}),
    reading: inAll(reading),
    links: indicators.map(({ code: indicator, role, weight }) => ({ indicator, role, weight })),
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
    ...indicator,
    version: versions.get(`INDICATOR ${code}`) ?? 0,
    released: released.has(code),
    actions: document.actions
      .filter(({ indicators }) => indicators.some((link) => link.code === code))
      .map((action) => action.code),
    unitText: inAll(indicator.unitText),
    name: inAll(indicator.name),
    definition: inAll(indicator.definition),
    stages: stagesOf(indicator),
    elements: indicator.elements.map((element) => ({
      ...element,
      name: inAll(element.name),
      definition: inAll(element.definition),
      inUse: elementsInUse.has(element.code),
    })),
    sheet: SHEET_KEYS.map((key) => ({
      key,
      texts: inAll(perLanguage((lang) => indicator.sheet[lang]?.[key])),
    })),
    benchmarks: indicator.benchmarks.map((benchmark) => ({
      ...benchmark,
      label: inAll(benchmark.label),
      citation: inAll(benchmark.citation),
    })),
    breaks: indicator.breaks.map((one) => ({ ...one, note: inAll(one.note) })),
  };
}

function stagesOf({ stages }: Document): { texts: LocalText[] }[] | null {
  if (stages === null) return null;
  const steps = Math.max(0, ...Object.values(stages).map(({ length }) => length));
  return Array.from({ length: steps }, (_, step) => ({
    texts: inAll(perLanguage((lang) => stages[lang]?.[step])),
  }));
}

function perLanguage(textOf: (lang: Language) => string | undefined): Texts {
  return Object.fromEntries(
    TEXT_LANGUAGES.flatMap((lang) => {
      const text = textOf(lang);
      return text === undefined ? [] : [[lang, text]];
    }),
  );
}

function inAll(texts: Partial<Texts>): LocalText[] {
  return TEXT_LANGUAGES.flatMap((lang) => {
    const text = texts[lang];
    return text === undefined ? [] : [{ lang, text }];
  });
}
