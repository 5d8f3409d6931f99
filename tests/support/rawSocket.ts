import { connect, type Socket } from 'node:net';

/** Opens a connection from an address of the loopback network; resolves once it stands, also when it is closed at once. */
export function dial(url: string, from = '127.0.0.9'): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), localAddress: from });
    socket.on('error', () => undefined);
    // Without it nobody would notice that the other side has closed.
    socket.resume();
    socket.once('connect', () => { resolve(socket); });
    socket.once('close', () => { resolve(socket); });
  });
}

/** Sends bytes as they are and gives all that came back until the other side closed. */
export async function sayRaw(url: string, bytes: string | Buffer, from = '127.0.0.9'): Promise<string> {
  const socket = await dial(url, from);
  return new Promise((resolve) => {
    let heard = '';
    socket.setEncoding('latin1').on('data', (text: string) => { heard += text; });
    socket.once('close', () => { resolve(heard); });
    socket.write(bytes);
  });
}

/** The status in the first line of an answer. */
export const statusOf = (heard: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
