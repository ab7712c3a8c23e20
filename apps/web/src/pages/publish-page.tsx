import { useReportingAreaNames } from '../desk/area-names.ts';
import { ReleaseNav } from '../desk/release-nav.tsx';
import { PublishDesk } from '../features/releases/publish-desk.tsx';
import { guarded } from './guarded.tsx';

export const PublishPage = guarded('PREVIEW_RELEASE', () => (
  <>
    <ReleaseNav />
    <PublishDesk areaNames={useReportingAreaNames()} />
  </>
));
