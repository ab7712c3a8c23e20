import { normaliseCode } from '@qadam/domain';
import type { ImportIndicator } from './check-context.ts';
import { foldName } from './fold-name.ts';

interface FoundCode {
  indicator: ImportIndicator | null;
  warning: string | null;
}

/** The indicators as files write them; what is known of codes and names is prepared once for a file. */
export class IndicatorLookup {
  private readonly byCode: ReadonlyMap<string, ImportIndicator>;
  private readonly codes: readonly string[];
  private readonly byName: ReadonlyMap<string, ImportIndicator>;
  private readonly known = new Map<string, FoundCode>();

  constructor(indicators: readonly ImportIndicator[]) {
    // SDMX and DHIS2 write A4.2 as A4_2
    this.byCode = new Map(
      indicators.flatMap((one) => [
        [one.code, one] as const,
        [one.code.replaceAll('.', '_'), one] as const,
      ]),
    );
    this.codes = [...this.byCode.keys()];
    this.byName = new Map(
      indicators.flatMap((one) => Object.values(one.name).map((name) => [foldName(name), one])),
    );
  }

  ofCode(code: string): ImportIndicator | null {
    return this.byCode.get(code) ?? null;
  }

  /** By code, by name in any language, or by a code before its name: “A5.8 Registered victims”. Remembered: a file names each a thousand times. */
  find(text: string): FoundCode {
    const known = this.known.get(text);
    if (known) return known;
    const { code, warnings } = normaliseCode({ text, codelist: this.codes });
    const [first = ''] = text.trim().split(/[\s:,;–—]/);
    const indicator =
      this.byCode.get(code ?? '') ??
      this.byName.get(foldName(text)) ??
      this.byCode.get(first.replace(/\.$/, '')) ??
      null;
    const found = { indicator, warning: warnings[0] ?? null };
    this.known.set(text, found);
    return found;
  }
}
