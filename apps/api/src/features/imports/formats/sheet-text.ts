export const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/**
 * A text in runs of different fonts, without how its characters are pronounced. A raised run becomes raised characters: the 1
 * of a footnote behind 12 must not make it 121.
 */
export class RichText {
  private text = '';
  private spoken = false;
  private raised = false;

  start(): void {
    this.text = '';
    this.raised = false;
  }

  open(element: string, attributes: ReadonlyMap<string, string>): void {
    if (element === 'rPh') this.spoken = true;
    if (element === 'r') this.raised = false;
    if (element === 'vertAlign') this.raised = attributes.get('val') === 'superscript';
  }

  close(element: string, content: string): void {
    if (element === 'rPh') this.spoken = false;
    if (element === 't' && !this.spoken) this.text += this.raised ? raisedText(content) : content;
    if (element === 'r') this.raised = false;
  }

  read(): string {
    return unescaped(this.text);
  }
}

const RAISED: Readonly<Record<string, string>> = { '(': '⁽', ')': '⁾' };
const DIGITS_RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const raisedText = (text: string): string =>
  text.replaceAll(/[\d()]/g, (one) => RAISED[one] ?? DIGITS_RAISED.charAt(Number(one)));

/** What XML cannot hold is written as _x000D_. */
export const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
