export const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/** A text in runs of different fonts, without how its characters are pronounced. */
export class RichText {
  private text = '';
  private spoken = false;

  start(): void {
    this.text = '';
  }

  open(element: string): void {
    if (element === 'rPh') this.spoken = true;
  }

  close(element: string, content: string): void {
    if (element === 'rPh') this.spoken = false;
    if (element === 't' && !this.spoken) this.text += content;
  }

  read(): string {
    return unescaped(this.text);
  }
}

/** What XML cannot hold is written as _x000D_. */
export const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
