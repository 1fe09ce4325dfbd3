import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint } from '../../src/lint.ts';
import type { Report } from '../../src/report.ts';
import type { Run } from '../../src/reports/run.ts';
import { rules } from '../../src/rules/index.ts';
import { readFiles } from '../../src/sources/files.ts';
import { gathered } from '../../src/sources/forms.ts';

/** A run in a pipe, the same at every time. */
export const RUN: Run = { exitCode: 1, color: false, hyperlinks: false, width: 80, quiet: false, overrides: [] };

/** What every rule says of some files beside this one. */
export function reportOf(...names: readonly string[]): Promise<Report> {
  return reportOfPaths(names.map((name) => `test/reports/fixtures/${name}`));
}

async function reportOfPaths(paths: readonly string[]): Promise<Report> {
  const stdin = async () => Buffer.alloc(0);
  const now = Date.parse('2026-11-23') / 1000;
  const reading = await gathered(readFiles(paths, { root: process.cwd(), stdin, stdinPath: 'stdin.json', now }));
  const active = rules.map((rule) => ({ rule, level: rule.level, options: rule.options ?? {} }));
  return lint(reading, active, { keepsSubjects: true });
}

/** So many clients, of every kind from faultless to bad, in five user pools. */
export function reportOfMany(count: number): Promise<Report> {
  const clients = Array.from({ length: count }, (_, index) => {
    const kind = (index * 7) % 10;
    const client = {
      UserPoolId: `eu-west-1_Pool0000${index % 5}`,
      ClientId: `${String(index).padStart(6, '0')}abcdefghijklmnopqrst`,
      ClientName: `client-${index}`,
      EnableTokenRevocation: kind !== 1,
      RefreshTokenValidity: kind === 2 ? 365 : 30,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      ExplicitAuthFlows: kind < 3 ? ['ALLOW_USER_PASSWORD_AUTH'] : ['ALLOW_USER_SRP_AUTH'],
      PreventUserExistenceErrors: kind < 5 ? 'LEGACY' : 'ENABLED',
      ReadAttributes: ['email', 'name'],
      WriteAttributes: kind === 0 ? ['custom:role', 'name'] : ['name'],
      ...(kind === 0 && { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['implicit'] }),
    };
    return { UserPoolClient: client };
  });
  const file = join(mkdtempSync(join(tmpdir(), 'cognito-lint-')), 'clients.json');
  writeFileSync(file, JSON.stringify(clients, null, 2));
  return reportOfPaths([file]);
}
