import { languages, loadCatalog, type Catalogs, type Language } from '@qadam/i18n';
import type { Texts } from '../../../graphql/local-text.type.ts';

/** Texts of a catalog in all its languages, because an SDMX message carries every language at once. */
export class ManyTexts {
  private constructor(private readonly catalogs: readonly (readonly [Language, object])[]) {}

  static async of(namespace: keyof Catalogs): Promise<ManyTexts> {
    const load = async (lang: Language) => [lang, await loadCatalog(lang, namespace)] as const;
    return new ManyTexts(await Promise.all(languages.map(load)));
  }

  /** Undefined if no language has the text. */
  find(path: readonly string[], slots: Readonly<Record<string, string>> = {}): Texts | undefined {
    const found = this.catalogs.flatMap(([lang, catalog]) => {
      const text = path.reduce<unknown>(
        (at, name) =>
          typeof at === 'object' && at !== null
            ? Object.entries(at).find(([key]) => key === name)?.[1]
            : undefined,
        catalog,
      );
      return typeof text === 'string' ? [[lang, fill(text, slots)] as const] : [];
    });
    return found.length === 0 ? undefined : Object.fromEntries(found);
  }

  of(...path: string[]): Texts {
    return this.find(path) ?? { en: path.at(-1) ?? '' };
  }
}

const fill = (text: string, slots: Readonly<Record<string, string>>) =>
  text.replace(/{{(\w+)}}/g, (slot, name: string) => slots[name] ?? slot);
