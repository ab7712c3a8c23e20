import { useTranslation } from 'react-i18next';
import { Figure } from '../ui/figure.tsx';
import type { FigureOf } from '../ui/figure-text.ts';
import type { LocalTextFragment } from '../ui/local-text.generated.ts';
import { StageName } from './stage-name.tsx';
import type { WorkRevisionFragment } from './work-revision.generated.ts';

type Reported = FigureOf & { stages?: readonly LocalTextFragment[] | null };

/**
 * A figure as it was reported, digit for digit: at a desk people decide on what is stored, not on its rounding. A share
 * that is computed from two numbers is rounded as readers will see it. A stage of a law in its words.
 */
export function ReportedFigure(props: {
  indicator: Reported;
  value: string | null;
  status?: string;
  computed?: boolean;
}) {
  const { indicator, computed = false, ...figure } = props;
  if (indicator.kind === 'MILESTONE' && indicator.stages && props.value !== null) {
    return <StageName stages={indicator.stages} value={props.value} />;
  }
  const typed = props.value?.split('.')[1]?.length ?? 0;
  const decimals = computed ? indicator.decimals : Math.max(indicator.decimals, typed);
  return <Figure indicator={{ ...indicator, decimals }} {...figure} />;
}

/** What was reported: the figure, or the reason why there is none. */
export function ReportedValue(props: {
  indicator: Reported;
  of: Pick<WorkRevisionFragment, 'value' | 'numerator' | 'missingReason'>;
  status?: string;
}) {
  const { of, ...figure } = props;
  const { t } = useTranslation('desk');
  if (of.missingReason !== null) return t(`missing.${of.missingReason}`);
  return <ReportedFigure {...figure} value={of.value} computed={of.numerator !== null} />;
}
