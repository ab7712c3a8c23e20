import { ReleaseNav } from '../desk/release-nav.tsx';
import { AgreementDesk } from '../features/agreements/agreement-desk.tsx';
import { useAreaNames } from '../features/observations/use-area-names.ts';
import { guarded } from './guarded.tsx';

export const AgreementsPage = guarded('READ_AGREEMENTS', () => (
  <>
    <ReleaseNav />
    <AgreementDesk areaNames={useAreaNames()} />
  </>
));
