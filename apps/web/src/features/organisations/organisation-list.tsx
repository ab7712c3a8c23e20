import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../../desk/answered.tsx';
import desk from '../../desk/desk.module.css';
import { useMe } from '../../desk/session.ts';
import { useFormat } from '../../ui/use-format.ts';
import { HandOver } from './hand-over.tsx';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { OrganisationsDocument, type OrganisationRowFragment } from './organisations.generated.ts';
import { nameOf } from './use-organisations.ts';

/** The organisations that report, what each has to do, and handing it over. */
export function OrganisationList({ areas }: { areas: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const [open, setOpen] = useState<string>();
  const { data, instead, notice } = answered(useQuery(OrganisationsDocument));
  const mayChange = can(me, 'MANAGE_ORGANISATIONS') === 'ALLOWED';
  if (!data) return instead;
  const { organisations } = data;
  const areaOf = ({ area }: OrganisationRowFragment) =>
    area === null ? t('organisations.areaAny') : (areas.get(area) ?? area);
  return (
    <Stack gap="lg">
      <Title>{t('organisations.title')}</Title>
      {notice}
      <Group justify="space-between" align="end">
        <Text>{t('organisations.text')}</Text>
        {mayChange && <Button onClick={() => setOpen('new')}>{t('organisations.add')}</Button>}
      </Group>
      <div role="region" aria-label={t('organisations.title')} tabIndex={0} className={desk.scroll}>
        <Table pos="relative" verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('organisations.names')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('organisations.area')}</Table.Th>
              <Table.Th>{t('organisations.duties')}</Table.Th>
              {mayChange && (
                <Table.Th>
                  <VisuallyHidden>{t('organisations.change')}</VisuallyHidden>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {organisations.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Th scope="row">
                  {nameOf(one, lang)}
                  <Text c="dimmed" size="sm">
                    {one.code}
                    {one.mailbox !== null && ` · ${one.mailbox}`}
                  </Text>
                  <Text c="dimmed" size="sm" hiddenFrom="sm">
                    {areaOf(one)}
                  </Text>
                </Table.Th>
                <Table.Td visibleFrom="sm">{areaOf(one)}</Table.Td>
                <Table.Td>
                  {t('organisations.users', { count: one.users })}
                  <br />
                  {t('organisations.assignments', { count: one.assignments })}
                </Table.Td>
                {mayChange && (
                  <Table.Td>
                    <Button variant="default" size="xs" onClick={() => setOpen(one.id)}>
                      {t('organisations.change')}
                      <VisuallyHidden>
                        {' '}
                        {t('organisations.changeWhat', { name: nameOf(one, lang) })}
                      </VisuallyHidden>
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {mayChange && <HandOver organisations={organisations} />}
      {open !== undefined && (
        <OrganisationDialog
          key={open}
          organisation={organisations.find(({ id }) => id === open) ?? null}
          areas={areas}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Stack>
  );
}
