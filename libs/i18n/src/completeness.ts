import { loadCatalog, namespaces, type Namespace } from './catalogs.ts';
import { languages, type Language } from './languages.ts';

export interface CatalogCompleteness {
  namespace: Namespace;
  /** The number of texts in English; all forms of a plural count as one. */
  total: number;
  done: Record<Language, number>;
}

/** How much of the interface is written in each language. */
export async function catalogCompleteness(): Promise<CatalogCompleteness[]> {
  return Promise.all(
    namespaces.map(async (namespace) => {
      const keys = await Promise.all(
        languages.map(async (lang) => [lang, keysOf(await loadCatalog(lang, namespace))] as const),
      );
      const english = new Map(keys).get('en') ?? new Set();
      const done = keys.map(([lang, own]) => [
        lang,
        [...english].filter((key) => own.has(key)).length,
      ]);
      return {
        namespace,
        total: english.size,
        done: Object.fromEntries(done) as Record<Language, number>,
      };
    }),
  );
}

function keysOf(catalog: object, path = ''): Set<string> {
  return new Set(
    Object.entries(catalog).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...keysOf(value, `${path}${key}.`)]
        : [path + key.replace(/_(zero|one|two|few|many|other)$/, '')],
    ),
  );
}
