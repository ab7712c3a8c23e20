import { createInstance, type FormatterModule, type i18n } from 'i18next';
import {
  inSlot,
  loadCatalog,
  pluralLanguage,
  type Catalogs,
  type Language,
  type Namespace,
} from '@qadam/i18n';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'public';
    resources: Catalogs;
  }
}

interface PluralResolver {
  getRule: (code: string, options?: object) => unknown;
}

/** Fills the slots of texts as @qadam/i18n does where there is no React. */
const slots: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, lang, { interpolationkey } = {}) =>
    inSlot(lang as Language, String(interpolationkey), value) as string,
};

/** One instance for one request (server) or one document (browser). No initReactI18next: it sets a global that all requests would share. */
export async function createI18n(lang: Language): Promise<i18n> {
  const instance = createInstance().use(slots);
  await instance.init({
    lng: lang,
    fallbackLng: false, // all six are complete: a browser loads one
    ns: ['public'],
    defaultNS: 'public',
    resources: {},
    initAsync: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  const resolver = instance.services.pluralResolver as PluralResolver;
  const getRule = resolver.getRule.bind(resolver);
  resolver.getRule = (code, options) => getRule(pluralLanguage(code), options);
  await addCatalog(instance, 'public');
  return instance;
}

/** Adds the texts of one area, once. */
export async function addCatalog(instance: i18n, namespace: Namespace): Promise<void> {
  const lang = instance.language as Language;
  if (instance.hasResourceBundle(lang, namespace)) return;
  const catalog = await loadCatalog(lang, namespace);
  // nobody changes a catalog, so all requests share it instead of each making a copy
  instance.addResourceBundle(lang, namespace, catalog, false, false, { skipCopy: true });
}
