import { isWhole, TOTAL, type Part } from '@qadam/domain';
import { loadCatalog, type Catalogs } from '@qadam/i18n';
import type { Language } from '../../graphql/enums.ts';
import type { PartName } from './indicator.type.ts';

const lists = { region: 'CL_AREA', breakdown: 'CL_BREAKDOWN' } as const;

/** The regions and groups that values stand for, in the words of the code lists we publish; one without words keeps its code. */
export async function partNames(values: readonly Part[], lang: Language): Promise<PartName[]> {
  const parted = values.filter((value) => !isWhole(value));
  if (parted.length === 0) return [];
  const { codes } = (await loadCatalog(lang, 'sdmx')) as Catalogs['sdmx'];
  return (['region', 'breakdown'] as const).flatMap((dimension) => {
    const words: Readonly<Record<string, string>> = codes[lists[dimension]];
    return [...new Set(parted.map((part) => part[dimension]))]
      .filter((code) => code !== TOTAL)
      .sort()
      .map((code) => {
        const text = words[code];
        return {
          code,
          name: text === undefined ? { lang: 'en' as const, text: code } : { lang, text },
        };
      });
  });
}
