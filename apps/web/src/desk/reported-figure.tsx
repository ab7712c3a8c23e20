import { Figure } from '../ui/figure.tsx';
import type { FigureOf } from '../ui/figure-text.ts';

/**
 * A figure as it was reported, digit for digit: at a desk people decide on what is stored, not on its rounding. A share
 * that is computed from two numbers is rounded as readers will see it.
 */
export function ReportedFigure(props: {
  indicator: FigureOf;
  value: string | null;
  status?: string;
  computed?: boolean;
}) {
  const { indicator, computed = false, ...figure } = props;
  const typed = props.value?.split('.')[1]?.length ?? 0;
  const decimals = computed ? indicator.decimals : Math.max(indicator.decimals, typed);
  return <Figure indicator={{ ...indicator, decimals }} {...figure} />;
}
