import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../desk/dialog.tsx';
import { Form } from '../../desk/form.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { AssignPersonDocument, ColleaguesDocument } from './assign.generated.ts';
import { useEntries, useReturn, useSectionName } from './open-return.ts';
import { byIndicator, firstRows, groupByAction } from './rows.ts';

/** Gives any number of indicators of the return to one person of the country, or to nobody in particular. */
export function AssignDialog({ onClose }: { onClose: () => void }) {
  const { form } = useReturn();
  const entries = useEntries();
  const { area, cycle } = form;
  const { t } = useTranslation('desk');
  const sectionName = useSectionName();
  const { data, error, refetch } = useQuery(ColleaguesDocument, { variables: { area } });
  const [person, setPerson] = useState('');
  const [indicators, setIndicators] = useState<string[]>([]);
  const { problems, busy, change } = useChange('ReturnForm');
  const send = async () => {
    const input = { area, cycle, indicators, person: person === '' ? null : person };
    if ((await change(AssignPersonDocument, input)).done) onClose();
  };
  const rows = firstRows(byIndicator(entries).wholes).filter(({ cell }) => cell.assigned);
  return (
    <Dialog title={t('assign.title')} onClose={onClose}>
      <p className="note">{t('assign.text')}</p>
      {error && <PartFailed error={error} retry={refetch} />}
      <Form
        problems={problems}
        button={t('assign.send')}
        disabled={busy || indicators.length === 0}
        beside={
          <Button variant="default" onClick={onClose}>
            {t('admin.close')}
          </Button>
        }
        send={send}
      >
        <SelectField
          label={t('assign.person')}
          none={t('assign.nobody')}
          value={person}
          options={(data?.colleagues ?? []).map(({ id, name }) => [id, name])}
          onChange={setPerson}
        />
        <Checkbox.Group label={t('assign.indicators')} value={indicators} onChange={setIndicators}>
          <Stack gap="xs" mah="22rem" style={{ overflowY: 'auto' }}>
            {groupByAction(rows).map(({ action, entries: group }) => (
              <Stack key={action} gap="xs" role="group" aria-label={sectionName(action)}>
                <strong>{sectionName(action)}</strong>
                {group.map(({ cell }) => (
                  <Checkbox
                    key={cell.indicator}
                    value={cell.indicator}
                    label={cell.indicatorName.text}
                    description={cell.assignee?.name}
                  />
                ))}
              </Stack>
            ))}
          </Stack>
        </Checkbox.Group>
      </Form>
    </Dialog>
  );
}
