import { Link, useRouteContext } from '@tanstack/react-router';
import type { IndicatorSummaryFragment } from './indicator.generated.ts';
import { LocalText } from './local-text.tsx';

/** The name of an indicator as a link to its page. */
export function IndicatorName(props: {
  indicator: Pick<IndicatorSummaryFragment, 'code' | 'name'>;
}) {
  const { lang } = useRouteContext({ from: '__root__' });
  const { code, name } = props.indicator;
  return (
    <Link to="/$lang/indicators/$code" params={{ lang, code }}>
      <LocalText of={name} />
    </Link>
  );
}
