import { useParams } from '@tanstack/react-router';
import { useReportingAreaNames } from '../desk/area-names.ts';
import { DeskSummary } from '../features/desk-summary/desk-summary.tsx';
import { ReviewDesk } from '../features/reviews/review-desk.tsx';
import { guarded } from './guarded.tsx';

export const ReviewPage = guarded('READ_WORK', () => (
  <ReviewDesk areaNames={useReportingAreaNames()} summary={<DeskSummary />} />
));

/** One return to review; what is shown of it is kept in the address. */
export const ReviewReturnPage = guarded('READ_WORK', () => {
  const { id } = useParams({ from: '/$lang/desk/review/$id' });
  return <ReviewDesk key={id} areaNames={useReportingAreaNames()} submission={id} />;
});
