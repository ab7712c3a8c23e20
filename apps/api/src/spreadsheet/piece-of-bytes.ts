/** How many bytes are handed on at a time, at least. */
const SIZE = 64 * 1024;
/** The last row of a piece may need a little more. */
const ROOM = 80 * 1024;

/**
 * Text that is written as bytes at once. A string put together from a thousand small ones is flattened and encoded afterwards, which took a quarter
 * of the server's time for a workbook.
 */
export class PieceOfBytes {
  private bytes = Buffer.allocUnsafeSlow(ROOM);
  private length = 0;

  get isFull(): boolean {
    return this.length >= SIZE;
  }

  text(text: string): void {
    this.makeRoom(3 * text.length); // no UTF-16 unit takes more in UTF-8
    this.length += this.bytes.write(text, this.length);
  }

  /** The same for short texts without other letters, quicker than a call out of JavaScript. */
  ascii(text: string): void {
    this.makeRoom(text.length);
    for (let at = 0; at < text.length; at += 1) this.bytes[this.length + at] = text.charCodeAt(at);
    this.length += text.length;
  }

  add(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafeSlow(ROOM);
    this.length = 0;
    return taken;
  }

  private makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * needed);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
