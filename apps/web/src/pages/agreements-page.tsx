import { useReportingAreaNames } from '../desk/area-names.ts';
import { ReleaseNav } from '../desk/release-nav.tsx';
import { AgreementDesk } from '../features/agreements/agreement-desk.tsx';
import { guarded } from './guarded.tsx';

export const AgreementsPage = guarded('READ_AGREEMENTS', () => (
  <>
    <ReleaseNav />
    <AgreementDesk areaNames={useReportingAreaNames()} />
  </>
));
