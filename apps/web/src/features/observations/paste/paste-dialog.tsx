import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../desk/dialog.tsx';
import type { EntryStore } from '../entry-store.ts';
import type { EntryState } from '../entry-state.ts';
import { PasteReview } from './paste-review.tsx';
import type { Preview } from './place-block.ts';

/** Before a block is pasted that is long or not understood: what of it goes where. */
export function PasteDialog(props: {
  placement: Preview;
  store: EntryStore;
  entries: readonly EntryState[];
  onClose: () => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <Dialog title={t('paste.title')} onClose={props.onClose}>
      <PasteReview {...props} isPasted={props.placement.isPasted} />
    </Dialog>
  );
}
