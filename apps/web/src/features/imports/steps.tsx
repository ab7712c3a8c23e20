import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const current = { 'aria-current': 'step', fw: 650, td: 'underline' } as const;

/** The step that the file has reached: choosing it, checking it, confirming it. */
export function Steps(props: { current: 1 | 2 | 3 }) {
  const { t } = useTranslation('desk');
  return (
    <Group component="ol" className="plain-list" aria-label={t('import.steps')}>
      {([1, 2, 3] as const).map((step) => (
        <Text component="li" key={step} {...(step === props.current ? current : { c: 'dimmed' })}>
          {step}. {t(`import.step${step}`)}
        </Text>
      ))}
    </Group>
  );
}
