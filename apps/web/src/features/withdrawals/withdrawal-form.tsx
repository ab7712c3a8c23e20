import { skipToken, useQuery } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPart } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { Form } from '../../desk/form.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { unreachable } from '../../desk/unreachable.ts';
import { useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { cellText } from '../../ui/part-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { Places } from './withdrawal-item.tsx';
import { PublishedCellsDocument, RequestWithdrawalDocument } from './withdrawals.generated.ts';

/** The form to choose a released cell and give the reason why it endangers a person. */
export function WithdrawalForm({ places }: { places: Places }) {
  const { t } = useTranslation('desk');
  const { t: inPublic } = useTranslation('public');
  const format = useFormat();
  const [indicator, setIndicator] = useState('');
  const [area, setArea] = useState('');
  const [chosen, setChosen] = useState('');
  const { kept: reason, keep: setReason, forget } = useStoredDraft('withdrawal', '');
  const [isSent, setSent] = useState(false);
  const { data, error } = useQuery(
    PublishedCellsDocument,
    indicator === '' || area === '' ? skipToken : { variables: { indicator, area } },
  );
  const { problems, busy, change } = useChange('Withdrawals', 'PublishedCells');
  const cells = data?.publishedCells ?? [];
  const choice = (choose: () => void) => {
    choose();
    setChosen('');
    setSent(false);
  };
  const send = async () => {
    const [year = '', ...parts] = chosen.split('|');
    const cell = { indicator, area, year: Number(year), ...readPart(parts.join('|')) };
    const { done } = await change(RequestWithdrawalDocument, { ...cell, reason });
    setSent(done);
    if (!done) return;
    setChosen('');
    forget();
  };
  return (
    <Form
      bg="var(--ground)"
      p="lg"
      bdrs="md"
      aria-labelledby="request"
      problems={error ? [unreachable(error)] : problems}
      button={t('withdrawals.send')}
      disabled={busy}
      beside={isSent && <p role="status">{t('withdrawals.sent')}</p>}
      send={send}
    >
      <h2 id="request">{t('withdrawals.request')}</h2>
      <p>{t('withdrawals.requestText')}</p>
      <div className={admin.fields}>
        <SelectField
          label={t('withdrawals.indicator')}
          none={t('withdrawals.choose')}
          required
          value={indicator}
          options={places.indicators.map(({ code, name }) => [code, `${code} ${name.text}`])}
          onChange={(value) => choice(() => setIndicator(value))}
        />
        <SelectField
          label={t('withdrawals.area')}
          none={t('withdrawals.choose')}
          required
          value={area}
          options={places.areas.map(({ code, name }) => [code, name.text])}
          onChange={(value) => choice(() => setArea(value))}
        />
        <SelectField
          label={t('withdrawals.cell')}
          none={t('withdrawals.choose')}
          required
          value={chosen}
          options={cells.map(({ year, cell, value, releases }) => [
            `${String(year)}|${cell}`,
            t('withdrawals.cellOption', {
              year,
              part: cellText(inPublic, cell) || t('withdrawals.total'),
              value: format.number(value),
              count: releases,
            }),
          ])}
          {...(data && cells.length === 0 ? { hint: t('withdrawals.nothing') } : {})}
          onChange={(value) => {
            setChosen(value);
            setSent(false);
          }}
        />
      </div>
      <Textarea
        label={t('withdrawals.reason')}
        description={t('withdrawals.reasonHint')}
        rows={3}
        required
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Form>
  );
}
