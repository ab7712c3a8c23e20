import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Buttons to the newer and older pages of a list; a direction is null at its end. Nothing if there is only one page. */
export function Pager(props: { newer: (() => void) | null; older: (() => void) | null }) {
  const { newer, older } = props;
  const { t } = useTranslation('desk');
  if (newer === null && older === null) return null;
  return (
    <Group component="nav" aria-label={t('outbox.pages')}>
      <Button variant="default" disabled={newer === null} onClick={newer ?? undefined}>
        {t('outbox.newer')}
      </Button>
      <Button variant="default" disabled={older === null} onClick={older ?? undefined}>
        {t('outbox.older')}
      </Button>
    </Group>
  );
}
