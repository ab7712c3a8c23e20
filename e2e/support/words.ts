import { readFileSync } from 'node:fs';
import path from 'node:path';

const catalogs = path.join(import.meta.dirname, '../../libs/i18n/src/catalogs');

/** The texts of a catalog in a language, by default of the public pages: `words('kk')('chart.table')`. A text with slots ends before the first. */
export function words(lang: string, catalogName = 'public'): (key: string) => string {
  const catalog: unknown = JSON.parse(
    readFileSync(path.join(catalogs, lang, `${catalogName}.json`), 'utf8'),
  );
  return (key) => {
    const text = key
      .split('.')
      .reduce<unknown>(
        (part, name) => (part as Record<string, unknown> | undefined)?.[name],
        catalog,
      );
    if (typeof text !== 'string') throw new Error(`no text ${key} in ${lang}`);
    return text.split('{{')[0] ?? text;
  };
}
