import { useQuery } from '@apollo/client/react';
import { useFormat } from '../ui/use-format.ts';
import { AreaNamesDocument, ReportingAreasDocument } from './area-names.generated.ts';

/** The names of all areas by code, for administrators; empty while they load. */
export function useAreaNames(): ReadonlyMap<string, string> {
  const { lang } = useFormat();
  const { data } = useQuery(AreaNamesDocument, { variables: { lang } });
  return new Map(data?.areaNames.map(({ code, name }) => [code, name.text]));
}

/** Names of the areas that report, in the one order used everywhere; empty while they load. */
export function useReportingAreaNames(): ReadonlyMap<string, string> {
  const { lang } = useFormat();
  const { data } = useQuery(ReportingAreasDocument, { variables: { lang } });
  return new Map(data?.reportingAreas.map(({ code, name }) => [code, name.text]));
}
