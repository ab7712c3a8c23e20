import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import desk from '../desk.module.css';
import { EvidenceQuotaDocument } from './evidence.generated.ts';

const MEGABYTE = 1024;

/** How much of the organisation's room for files is taken. */
export function QuotaNote({ area }: { area: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { data } = useQuery(EvidenceQuotaDocument, { variables: { area } });
  if (data === undefined) return null;
  const { usedKilobytes, maxKilobytes } = data.evidenceQuota;
  const megabytes = (kilobytes: number) => format.number(String(Math.ceil(kilobytes / MEGABYTE)));
  return (
    <small className={desk.soft}>
      {t('evidence.room', { used: megabytes(usedKilobytes), max: megabytes(maxKilobytes) })}
    </small>
  );
}
