import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface FaultyLine {
  url: string;
  /** Existing connections carry nothing any more, without an error, as if a firewall had forgotten them. New ones work. */
  forget: () => void;
  /** Cuts all connections, and accepts no new ones until the line is mended. */
  cut: () => void;
  mend: () => void;
  stop: () => Promise<void>;
}

/** A line to a server that can fail as networks do. */
export async function startFaultyLine(to: string): Promise<FaultyLine> {
  const server = new URL(to);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isCut = false;
  const line = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(server.port), server.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.pipe(other);
      one.on('error', () => undefined); // the close event is enough
      one.once('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const url = new URL(to);
  url.port = String((line.address() as AddressInfo).port);
  const destroyAll = () => {
    for (const sockets of pairs) for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    forget: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far).resume(); // whatever still arrives is dropped
        far.unpipe(near).resume();
      }
    },
    cut: () => {
      isCut = true;
      destroyAll();
    },
    mend: () => {
      isCut = false;
    },
    stop: async () => {
      destroyAll();
      line.close();
      await once(line, 'close');
    },
  };
}
