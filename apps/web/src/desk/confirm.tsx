import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';

/** A dialog with one button to go on and one to leave everything as it is. */
export function Confirm(props: {
  title: string;
  /** What the button does that goes on. */
  yes: string;
  no?: string;
  busy?: boolean;
  disabled?: boolean;
  onYes: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('desk');
  const { busy = false, disabled = false } = props;
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {props.children}
      <Group>
        <Button loading={busy} disabled={disabled} onClick={props.onYes}>
          {props.yes}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {props.no ?? t('admin.cancel')}
        </Button>
      </Group>
    </Dialog>
  );
}
