import { useQuery } from '@apollo/client/react';
import { useFormat } from '../ui/use-format.ts';
import { AreaNamesDocument } from './areas.generated.ts';

/** The names of the areas by code, for administrators; empty while they load. */
export function useAreas(): ReadonlyMap<string, string> {
  const { lang } = useFormat();
  const { data } = useQuery(AreaNamesDocument, { variables: { lang } });
  return new Map(data?.areaNames.map(({ code, name }) => [code, name.text]));
}
