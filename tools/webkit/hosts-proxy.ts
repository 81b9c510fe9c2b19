import http from 'node:http';
import net from 'node:net';

/**
 * WebKitGTK has no setting that maps host names, so it gets a proxy that leads every name to this machine. Nothing
 * that a page asks for leaves it. Returns the proxy's address.
 */
export async function startHostsProxy(): Promise<{ address: string; stop(): void }> {
  const proxy = http.createServer((request, response) => {
    const { port, pathname, search } = new URL(request.url!);
    const { method, headers } = request;
    const forward = http.request(
      { host: '127.0.0.1', port: port || 80, path: pathname + search, method, headers },
      (answer) => {
        response.writeHead(answer.statusCode!, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    forward.on('error', () => response.headersSent || response.writeHead(502).end());
    response.on('close', () => forward.destroy());
    request.pipe(forward);
  });
  // https
  proxy.on('connect', (request, client: net.Socket) => {
    const server = net.connect(Number(request.url!.split(':').pop()), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    server.on('error', () => client.destroy());
    client.on('error', () => server.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxy.unref();
  return {
    address: `127.0.0.1:${(proxy.address() as net.AddressInfo).port}`,
    stop: () => (proxy.close(), proxy.closeAllConnections()),
  };
}
