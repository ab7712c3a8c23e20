export const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/**
 * A text in runs of different fonts, without its phonetic annotations. A superscript run becomes superscript characters, so
 * that a footnote 1 behind 12 does not make it 121.
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

/** Excel writes characters that XML cannot contain in the form _x000D_. */
export const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
