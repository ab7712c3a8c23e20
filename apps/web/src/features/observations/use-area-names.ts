import { useQuery } from '@apollo/client/react';
import { useFormat } from '../../ui/use-format.ts';
import { DutiesDocument } from './duties.generated.ts';

/** Names of the areas that report, in the one order used everywhere; empty while they load. */
export function useAreaNames(): ReadonlyMap<string, string> {
  const { lang } = useFormat();
  const { data } = useQuery(DutiesDocument, { variables: { lang } });
  return new Map(data?.duties.map(({ area, areaName }) => [area, areaName.text]));
}
