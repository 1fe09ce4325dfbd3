import { spawn, spawnSync } from 'node:child_process';
import { ENVIRONMENT } from './start.ts';

/** Version 1 of the AWS CLI, whose output is the reference; version 2 writes dates in another way. */
export const AWS_CLI = /^aws-cli\/1\./.test(spawnSync('aws', ['--version'], { encoding: 'utf8' }).stdout ?? '');

if (!AWS_CLI)
  console.warn('SKIPPED: parity with the AWS CLI, as "aws" of version 1 is not installed (pip install awscli)');

/** Runs the AWS CLI against an endpoint. */
export async function awsCli(args: readonly string[], url: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn('aws', ['cognito-idp', ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      ...ENVIRONMENT,
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: url,
      AWS_MAX_ATTEMPTS: '1',
      PYTHONIOENCODING: 'utf-8',
      ...env,
    },
  });
  child.stdin.end();
  const [stdout, stderr] = [[] as Buffer[], [] as Buffer[]];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') };
}
