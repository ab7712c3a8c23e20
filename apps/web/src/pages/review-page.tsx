import { RequireRole } from '../desk/require-role.tsx';
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
  return <ReviewDesk areaNames={useAreaNames()} />;
}
