import { useQuery } from '@apollo/client/react';
import { useFormat } from '../../ui/use-format.ts';
import { ReportingAreasDocument } from './reporting-areas.generated.ts';

/** Names of the areas that report, in the one order used everywhere; empty while they load. */
export function useAreaNames(): ReadonlyMap<string, string> {
  const { lang } = useFormat();
  const { data } = useQuery(ReportingAreasDocument, { variables: { lang } });
  return new Map(data?.reportingAreas.map(({ code, name }) => [code, name.text]));
}
