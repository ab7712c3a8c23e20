import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../desk/answered.tsx';
import { useReportingAreaNames } from '../desk/area-names.ts';
import { Desk } from '../desk/desk-head.tsx';
import { useMe } from '../desk/session.ts';
import { emptyIndicator } from '../features/framework/empty.ts';
import { IndicatorForm } from '../features/framework/indicator-form.tsx';
import { IndicatorSheetDocument } from '../features/framework/indicator-sheet.generated.ts';
import { draftOf } from '../features/framework/texts.ts';
import { Message } from '../ui/message.tsx';
import { useFormat } from '../ui/use-format.ts';
import { guarded } from './guarded.tsx';
import { PageLink } from '../ui/page-link.tsx';

export const FrameworkIndicatorPage = guarded('READ_FRAMEWORK', () => {
  const { code = '' } = useParams({ strict: false });
  return <Sheet key={code} code={code} />;
});

function Sheet({ code }: { code: string }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const areas = useReportingAreaNames();
  const mayEdit = can(useMe(), 'EDIT_FRAMEWORK') === 'ALLOWED';
  const { data, instead, notice } = answered(
    useQuery(IndicatorSheetDocument, { variables: { code } }),
  );
  if (!data) return instead;
  const found = data.frameworkIndicator;
  if (!found && !mayEdit) return <Message title={t('framework.none')} text={code} />;
  const indicator = found ?? emptyIndicator(code);
  const name = draftOf(indicator.name);
  return (
    <Desk
      title={`${indicator.code} ${name[lang] ?? name.ru ?? name.en ?? ''}`}
      facts={
        <PageLink to="/$lang/framework" preload={false}>
          {t('framework.back')}
        </PageLink>
      }
    >
      {notice}
      <p className="soft">{mayEdit ? t('framework.text') : t('framework.readOnly')}</p>
      <IndicatorForm indicator={indicator} areas={areas} mayEdit={mayEdit} />
    </Desk>
  );
}
