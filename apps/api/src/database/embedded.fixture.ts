import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection without a driver, for sending single messages. */
export async function connectRaw(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(message('', '\0\x03\0\0user\0postgres\0database\0postgres\0\0'));
  await once(socket, 'data');
  return socket;
}

/** A message of PostgreSQL's protocol: its kind, its length, and its text. */
export function message(kind: string, text: string): Buffer {
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}
