import { useParams } from '@tanstack/react-router';
import { RequireRole } from '../desk/require-role.tsx';
import { DeskSummary } from '../features/desk-summary/desk-summary.tsx';
import { useAreaNames } from '../features/observations/use-area-names.ts';
import { ReviewDesk } from '../features/reviews/review-desk.tsx';

export function ReviewPage() {
  return (
    <RequireRole operation="READ_WORK">
      <Desk />
    </RequireRole>
  );
}

function Desk() {
  const areaNames = useAreaNames();
  return (
    <>
      <DeskSummary />
      <ReviewDesk areaNames={areaNames} />
    </>
  );
}

/** One return. The address is the view. */
export function ReviewReturnPage() {
  const { id } = useParams({ from: '/$lang/desk/review/$id' });
  const areaNames = useAreaNames();
  return (
    <RequireRole operation="READ_WORK">
      <ReviewDesk key={id} areaNames={areaNames} submission={id} />
    </RequireRole>
  );
}
