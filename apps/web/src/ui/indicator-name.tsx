import type { IndicatorSummaryFragment } from './indicator.generated.ts';
import { LocalText } from './local-text.tsx';
import { PageLink } from './page-link.tsx';

/** The name of an indicator as a link to its page. */
export function IndicatorName(props: {
  indicator: Pick<IndicatorSummaryFragment, 'code' | 'name'>;
}) {
  const { code, name } = props.indicator;
  return (
    <PageLink to="/$lang/indicators/$code" params={{ code }}>
      <LocalText of={name} />
    </PageLink>
  );
}
