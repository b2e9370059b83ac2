import { connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** How many connections were cut so far. */
  cuts(): number;
  close(): void;
}

/**
 * Passes connections on to a port and cuts each in the middle after so many bytes of answers, as a bad network does;
 * `headers` are added to every request. When the list is at its end, connections live.
 */
export async function startCuttingProxy(
  targetPort: () => number,
  cutAfterBytes: readonly number[],
  headers: string,
): Promise<CuttingProxy> {
  const waiting = [...cutAfterBytes];
  const open = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    let left = waiting.shift() ?? Infinity;
    const upstream = connect(targetPort(), '127.0.0.1');
    const end = () => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
    };
    open.add(client);
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    let isFirst = true;
    client.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      upstream.write(isFirst ? text.replace('\r\n', `\r\n${headers}`) : text, 'latin1');
      isFirst = false;
    });
    upstream.on('data', (chunk) => {
      const isLast = chunk.length >= left;
      client.write(isLast ? chunk.subarray(0, left) : chunk, () => isLast && end());
      if (isLast) count += 1;
      left -= chunk.length;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    cuts: () => count,
    close: () => {
      server.close();
      for (const client of open) client.destroy();
    },
  };
}
