import { ReleaseNav } from '../desk/release-nav.tsx';
import { useAreaNames } from '../features/observations/use-area-names.ts';
import { PublishDesk } from '../features/releases/publish-desk.tsx';
import { guarded } from './guarded.tsx';

export const PublishPage = guarded('PREVIEW_RELEASE', () => (
  <>
    <ReleaseNav />
    <PublishDesk areaNames={useAreaNames()} />
  </>
));
