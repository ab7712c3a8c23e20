import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The codes are shown only once, so the page stays until the person confirms that they have kept them. */
export function RecoveryCodes(props: { codes: readonly string[]; onSaved: () => void }) {
  const { codes, onSaved } = props;
  const { t } = useTranslation('desk');
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\n'))}`;
  return (
    <Stack component="section" aria-labelledby="recovery-codes" maw="40rem">
      <h2 id="recovery-codes">{t('secondFactor.codesTitle')}</h2>
      <p>{t('secondFactor.codesText')}</p>
      <SimpleGrid
        component="ul"
        className="plain-list"
        minColWidth="min(19rem, 100%)"
        spacing="xs"
        translate="no"
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </SimpleGrid>
      <Group>
        <Button onClick={onSaved}>{t('secondFactor.saved')}</Button>
        <Button component="a" variant="default" href={file} download="qadam-recovery-codes.txt">
          {t('secondFactor.download')}
        </Button>
      </Group>
    </Stack>
  );
}
