import net from 'node:net';

const END_OF_HEAD = '\r\n\r\n';

/** The bytes of the HTTP request. */
export function bytesOf({ path, method = 'GET', body = '' }) {
  const length = Buffer.byteLength(body);
  const content =
    length === 0 ? [] : ['content-type: application/json', `content-length: ${length}`];
  const head = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...content];
  return Buffer.from(`${head.join('\r\n')}${END_OF_HEAD}${body}`);
}

/**
 * A keep-alive connection that sends one request after the other with as little work as possible: Node's own client needs more
 * processor time for a request than a server for a stored answer, and both share two cores. It only understands what the servers
 * of the bench send: a head with a content-length, and as many bytes.
 */
export class Connection {
  #socket;
  #asked = null;
  /** The beginning of a head, until all of it is there. */
  #begun = null;

  constructor(port) {
    const onread = {
      buffer: Buffer.allocUnsafe(256 * 1024),
      callback: (size, buffer) => {
        this.#read(buffer.subarray(0, size));
        return true;
      },
    };
    this.#socket = net
      .connect({ host: '127.0.0.1', port, noDelay: true, onread })
      .setTimeout(60_000, () => this.#fail(new Error('no answer in 60 s')))
      .on('error', (error) => this.#fail(error))
      .on('close', () => this.#fail(new Error('the connection was closed')));
  }

  /** Resolves to the status of the answer, its number of bytes and, if `isKept`, the bytes. */
  ask(bytes, isKept) {
    if (this.#socket.destroyed) return Promise.reject(new Error('the connection was closed'));
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject, isKept, status: 0, bytes: 0, missing: null, pieces: [] };
      this.#socket.write(bytes);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #read(piece) {
    const asked = this.#asked;
    if (asked === null) return this.#fail(new Error('an answer to nothing'));
    let body = piece;
    if (asked.missing === null) {
      const all = this.#begun === null ? piece : Buffer.concat([this.#begun, piece]);
      const end = all.indexOf(END_OF_HEAD);
      this.#begun = end < 0 ? Buffer.from(all) : null;
      if (end < 0) return;
      const head = all.latin1Slice(0, end);
      const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
      if (length === undefined) return this.#fail(new Error(`an answer without a length: ${head}`));
      asked.status = Number(head.slice(9, 12));
      asked.bytes = Number(length);
      asked.missing = asked.bytes;
      body = all.subarray(end + END_OF_HEAD.length);
    }
    asked.missing -= body.length;
    if (asked.isKept) asked.pieces.push(Buffer.from(body)); // a copy: the buffer is used again
    if (asked.missing > 0) return;
    this.#asked = null;
    const { resolve, status, bytes, isKept, pieces } = asked;
    resolve({ status, bytes, body: isKept ? Buffer.concat(pieces) : null });
  }

  #fail(error) {
    this.#asked?.reject(error);
    this.#asked = null;
    this.#socket.destroy();
  }
}
