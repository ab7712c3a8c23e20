import { STATUSES_SORTED } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Table } from '../../ui/table.tsx';

/** Every status word with its shape, colour and meaning. */
export function StatusTable() {
  const { t } = useTranslation(['about', 'public']);
  return (
    <Table
      caption={t('methods.statusCaption')}
      head={[t('public:series.status'), t('methods.meaning')]}
      rows={STATUSES_SORTED.map((status) => [
        <StatusBadge key={status} status={status} />,
        t(`public:statusMeaning.${status}`),
      ])}
    />
  );
}
