import { spawn, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether the moto server is installed, which answers as AWS does, with pages, regions, accounts and IAM. */
export const MOTO = spawnSync('python3', ['-c', 'import moto.server']).status === 0;

if (!MOTO) console.warn('SKIPPED: tests against moto, as it is not installed (pip install "moto[server]")');

/** Starts a moto server on a free port. Gives its address, and what ends it. */
export async function startMoto(env: Readonly<Record<string, string>> = {}) {
  const port = await freePort();
  const child = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, AWS_ENDPOINT_URL: '', ...env },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const isReady = await fetch(`${url}/moto-api/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return { url, stop: () => child.kill() };
    await sleep(100);
  }
  child.kill();
  throw new Error('moto did not start');
}

/** Makes one call as a script would, unsigned but for its scope: account 123456789012, or that of the key. */
export async function motoCall(url: string, region: string, operation: string, input: object, key = 'testing') {
  const credential = `${key}/20260101/${region}/cognito-idp/aws4_request`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=x`,
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { UserPool: { Id: string }; UserPoolClient: { ClientId: string } };
}

/** The access key of an assumed role: moto tells accounts apart by the keys that its STS has given out. */
export async function motoRoleKey(url: string, roleArn: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=x',
    },
    body: new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: roleArn,
      RoleSessionName: 'setup',
    }),
  });
  const key = /<AccessKeyId>(\w+)</.exec(await response.text())?.[1];
  if (key === undefined) throw new Error(`AssumeRole: ${response.status}`);
  return key;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
