import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useFormat, type Format } from '../../ui/use-format.ts';
import { OrganisationsDocument, type OrganisationRowFragment } from './organisations.generated.ts';

/** The name of an organisation in the reader's language, or else in Russian, which each one has. */
export function nameOf(
  { names, code }: Pick<OrganisationRowFragment, 'names' | 'code'>,
  lang: Format['lang'],
): string {
  const name = (language: string) => names.find((one) => one.lang === language)?.text;
  return name(lang) ?? name('ru') ?? code;
}

/** Names of organisations by id, in the order of the list; empty while they load. */
export function useOrganisationNames(): ReadonlyMap<string, string> {
  const { lang } = useFormat();
  const { data } = useQuery(OrganisationsDocument);
  return useMemo(
    () => new Map(data?.organisations.map((one) => [one.id, nameOf(one, lang)])),
    [data, lang],
  );
}
