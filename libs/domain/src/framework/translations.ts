import type {
  FrameworkAction,
  FrameworkIndicator,
  FrameworkRule,
  FrameworkTexts,
} from './framework-document.ts';
import { SHEET_KEYS } from './sheet.ts';
import { TEXT_LANGUAGES, type TextLanguage } from './text-languages.ts';

/** One text in the languages it is written in; `path` names it inside its object: `name`, `sheet/rationale`, `stages/2`. */
export interface TranslatableText {
  path: string;
  texts: FrameworkTexts;
}

type Described = Partial<
  Pick<FrameworkAction, 'title' | 'quote' | 'reading'> &
    Pick<FrameworkRule, 'message'> &
    Pick<
      FrameworkIndicator,
      | 'name'
      | 'definition'
      | 'unitText'
      | 'stages'
      | 'elements'
      | 'sheet'
      | 'tableAxes'
      | 'benchmarks'
      | 'breaks'
    >
>;

const PLAIN = ['title', 'quote', 'reading', 'name', 'definition', 'unitText', 'message'] as const;

/**
 * Every text that an action, an indicator or a rule (or some of its fields) has in several languages. Without `sheet/updated`,
 * because the product itself dates the sheets.
 */
export function translatableTexts(object: Described): TranslatableText[] {
  const plain = PLAIN.flatMap((path) => {
    const texts = object[path];
    return texts == null ? [] : [{ path, texts }];
  });
  const {
    sheet = {},
    stages,
    elements = [],
    tableAxes = [],
    benchmarks = [],
    breaks = [],
  } = object;
  const all = [
    ...plain,
    ...steps(stages ?? {}),
    ...elements.flatMap(({ code, name, definition }) => [
      { path: `element/${code}/name`, texts: name },
      { path: `element/${code}/definition`, texts: definition },
    ]),
    ...SHEET_KEYS.filter((key) => key !== 'updated').map((key) => ({
      path: `sheet/${key}`,
      texts: inEachLanguage((lang) => sheet[lang]?.[key]),
    })),
    ...tableAxes.flatMap(({ dimension, codes }) =>
      codes.map(({ code, name }) => ({ path: `table/${dimension}/${code}`, texts: name })),
    ),
    ...benchmarks.flatMap(({ id, label, citation }) => [
      { path: `benchmark/${id}/label`, texts: label },
      { path: `benchmark/${id}/citation`, texts: citation },
    ]),
    ...breaks.map(({ area, year, note }) => ({
      path: `break/${area}/${String(year)}`,
      texts: note,
    })),
  ];
  return all.filter(({ texts }) => Object.values(texts).some((text) => text.trim() !== ''));
}

function steps(stages: NonNullable<FrameworkIndicator['stages']>): TranslatableText[] {
  const longest = Math.max(0, ...Object.values(stages).map((list) => list.length));
  return Array.from({ length: longest }, (_, step) => ({
    path: `stages/${String(step)}`,
    texts: inEachLanguage((lang) => stages[lang]?.[step]),
  }));
}

/** One text in the languages in which `read` finds it. */
export function inEachLanguage(read: (lang: TextLanguage) => string | undefined): FrameworkTexts {
  return Object.fromEntries(
    TEXT_LANGUAGES.flatMap((lang) => {
      const text = read(lang);
      return text === undefined || text === '' ? [] : [[lang, text]];
    }),
  );
}

/**
 * The object with one text replaced in one language; an empty text deletes it. null if the object has no such text, or if a
 * stage would be named before those below it.
 */
export function withTranslation<T extends FrameworkAction | FrameworkIndicator | FrameworkRule>(
  object: T,
  path: string,
  lang: TextLanguage,
  text: string,
): T | null {
  const copy = JSON.parse(JSON.stringify(object)) as T & Described;
  const found = translatableTexts(copy).find((one) => one.path === path);
  if (found === undefined) return null;
  const [kind, key = ''] = path.split('/');
  if (kind === 'stages')
    return putStep((copy.stages ??= {}), lang, Number(key), text) ? copy : null;
  // a sheet is kept by language; every other text was found where it is kept
  const [place, name] =
    kind === 'sheet' ? [((copy.sheet ??= {})[lang] ??= {}), key] : [found.texts, lang];
  if (text === '') Reflect.deleteProperty(place, name);
  else Reflect.set(place, name, text);
  return copy;
}

/** Changes one step of a list without gaps: only the next step can be added, and only the last one deleted. */
function putStep(
  stages: NonNullable<FrameworkIndicator['stages']>,
  lang: TextLanguage,
  step: number,
  text: string,
): boolean {
  const list = (stages[lang] ??= []);
  if (text === '') {
    if (step < list.length - 1) return false;
    list.length = Math.min(list.length, step);
    if (list.length === 0) Reflect.deleteProperty(stages, lang);
    return true;
  }
  if (step > list.length) return false;
  list[step] = text;
  return true;
}

/** A change of the framework as the audit chain records it. */
export interface TextChange {
  subject: string;
  before: object | null;
  after: object | null;
}

/**
 * Translations whose English source was changed after they were last written or confirmed, as
 * `subject path lang`. Texts unchanged since they were shipped count as up to date.
 */
export function staleTranslations(changes: readonly TextChange[]): Set<string> {
  const touched = new Map<string, number>();
  for (const [at, { subject, before, after }] of changes.entries()) {
    const confirmed = after !== null && 'confirmed' in after ? after.confirmed : undefined;
    if (typeof confirmed === 'string') touched.set(`${subject} ${confirmed}`, at);
    const was = new Map(textsOf(before).map(({ path, texts }) => [path, texts]));
    for (const { path, texts } of textsOf(after)) {
      for (const lang of TEXT_LANGUAGES) {
        if (texts[lang] !== was.get(path)?.[lang]) touched.set(`${subject} ${path} ${lang}`, at);
      }
    }
  }
  const stale = new Set<string>();
  for (const [key, at] of touched) {
    if (!key.endsWith(` ${TEXT_LANGUAGES[0]}`)) continue;
    const text = key.slice(0, -TEXT_LANGUAGES[0].length);
    for (const lang of TEXT_LANGUAGES.slice(1))
      if ((touched.get(text + lang) ?? -1) < at) stale.add(text + lang);
  }
  return stale;
}

/** The texts of one side of a change, which was an action, an indicator or a rule when it was recorded; a new object has no `before`. */
function textsOf(side: object | null): TranslatableText[] {
  return side === null ? [] : translatableTexts(side);
}
