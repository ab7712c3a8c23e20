import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onPage } from '../../testing/on-page.tsx';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { MissingLinks } from './missing-links.tsx';
import {
  ReleasePreviewDocument,
  StateDifferentCountsDocument,
} from './release-preview.generated.ts';

const link = {
  code: 'LINK_MISSING',
  params: Object.entries({ shown: 'A5.8', hidden: 'A5.6', area: 'KAZ', year: '2025' }).map(
    ([name, value]) => ({ name, value }),
  ),
};

test('an officer says in words in what two equal counts differ, and the preview is read again', async () => {
  const sent: Record<string, unknown>[] = [];
  const answer = {
    request: {
      query: StateDifferentCountsDocument,
      variables: (variables: Record<string, unknown>) => {
        sent.push(variables['input'] as Record<string, unknown>);
        return true;
      },
    },
    result: { data: { stateDifferentCounts: { problems: [] } } },
  };
  const preview = onPage(ReleasePreviewDocument, { releasePreview: null });
  const page = (
    <>
      <preview.Page />
      <MissingLinks problems={[link]} />
    </>
  );
  await renderDesk(page, { me: officer, answers: [preview.answer, answer] });
  await screen.findByText(/A5\.8 would show a count that is hidden in A5\.6 \(KAZ, 2025\)/);
  await userEvent.type(screen.getByLabelText('How A5.8 and A5.6 differ'), 'Orders, not cases.');
  await userEvent.click(screen.getByRole('button', { name: 'They are different counts' }));
  await waitFor(() => expect(preview.asked).toHaveBeenCalledTimes(2));
  expect(sent).toMatchObject([{ count: 'A5.8', other: 'A5.6', reason: 'Orders, not cases.' }]);
});
