export { loadCatalog, type Catalogs, type Namespace } from './catalogs.ts';
export { catalogCompleteness } from './completeness.ts';
export { formatDate } from './dates.ts';
export { loadGlossary, rejectedWords, type Term } from './glossary.ts';
export {
  fallbackChain,
  isLanguage,
  languageNames,
  languages,
  languageTag,
  negotiateLanguage,
  type Language,
} from './languages.ts';
export { formatNumber, formatPercent, formatSigned, inSlot } from './numbers.ts';
export { pluralLanguage } from './plural.ts';
export { problemSlots, type ProblemFacts } from './problem-slots.ts';
export { translator, type TextKey, type Translate } from './translator.ts';
