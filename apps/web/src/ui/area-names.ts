import { useTranslation } from 'react-i18next';

/** Names by code. */
export type Names = Readonly<Record<string, string>>;

type Named = readonly { code: string; name: { text: string } }[];

export const namesOf = (named: Named): Names =>
  Object.fromEntries(named.map(({ code, name }) => [code, name.text]));

/** The names of the areas, and with them that of the region, which is all four countries together. */
export function useNamesOf(areas: Named): Names {
  const { t } = useTranslation('public');
  return { ...namesOf(areas), CA4: t('scorecard.allFour') };
}
