import { useAreaNames } from '../desk/area-names.ts';
import { HelpLineDesk } from '../features/help-lines/help-line-desk.tsx';
import { guarded } from './guarded.tsx';

export const HelpLinesPage = guarded('READ_ADMINISTRATION', () => (
  <HelpLineDesk areas={useAreaNames()} />
));
