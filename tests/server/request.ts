import { request as httpRequest } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with any headers, method and raw path, as a hostile page or program may send it; streams are cut off. */
export function request(
  address: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path, method, headers, agent: false }, (response) => {
      let said = '';
      const finish = (): void => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: said });
        sent.destroy();
      };
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        said += chunk;
        if (response.headers['content-type'] === 'text/event-stream' && /^data: .*\n\n/m.test(said)) finish();
      });
      response.on('end', finish);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
