import { Figure } from '../ui/figure.tsx';
import type { FigureOf } from '../ui/figure-text.ts';
import type { LocalTextFragment } from '../ui/local-text.generated.ts';
import { StageName } from './stage-name.tsx';

/**
 * A figure as it was reported, digit for digit: at a desk people decide on what is stored, not on its rounding. A share
 * that is computed from two numbers is rounded as readers will see it. A stage of a law in its words.
 */
export function ReportedFigure(props: {
  indicator: FigureOf & { stages?: readonly LocalTextFragment[] | null };
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
