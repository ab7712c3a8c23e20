import { useTranslation } from 'react-i18next';
import { figureText, plannedText, type FigureOf } from './figure-text.ts';
import { Hidden } from './hidden.tsx';
import { NotReported } from './not-reported.tsx';
import { useFormat } from './use-format.ts';

/** One value as people read it. `status` is its SDMX observation status: Q is hidden, no value is a gap. Never 0 for either. */
export function Figure(props: {
  indicator: FigureOf;
  value: string | null;
  status?: string;
  /** True: the value is a target. */
  planned?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (props.status === 'Q') return <Hidden />;
  if (props.value === null) return <NotReported />;
  const text = props.planned === true ? plannedText : figureText;
  return <>{text(t, format, props.indicator, props.value)}</>;
}
