import { loadCatalog, type Catalogs, type Namespace } from './catalogs.ts';
import { fallbackChain, type Language } from './languages.ts';
import { inSlot } from './numbers.ts';
import { pluralLanguage } from './plural.ts';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Base<K extends string> = K extends `${infer B}_${PluralForm}` ? B : K;
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Base<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** The keys of a catalog; that of a plural without the suffix of its form. */
export type TextKey<N extends Namespace> = Paths<Catalogs[N]>;
export type Translate<N extends Namespace> = (
  key: TextKey<N>,
  values?: Readonly<Record<string, string | number>>,
) => string;

function lookUp(catalog: object, key: string): string | undefined {
  let found: unknown = catalog;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part))
      return undefined;
    found = found[part as keyof typeof found];
  }
  return typeof found === 'string' ? found : undefined;
}

/**
 * Translates where there is no React: in mails and downloads. The catalogs, slots and plural forms are those of
 * web; `count` chooses the form by the rules of the language in which the text was found.
 */
export async function translator<N extends Namespace>(
  language: Language,
  namespace: N,
): Promise<Translate<N>> {
  const chain = await Promise.all(
    fallbackChain(language).map(async (one) => ({
      one,
      catalog: await loadCatalog(one, namespace),
      form: new Intl.PluralRules(pluralLanguage(one)),
    })),
  );
  return (key, values = {}) => {
    const { count } = values;
    for (const { one, catalog, form } of chain) {
      const plural = count === undefined ? undefined : `${key}_${form.select(Number(count))}`;
      const text = (plural && lookUp(catalog, plural)) ?? lookUp(catalog, key);
      if (text !== undefined) {
        return text.replace(/{{(\w+)}}/g, (slot, name: string) =>
          String(inSlot(one, name, values[name] ?? slot)),
        );
      }
    }
    return key;
  };
}
