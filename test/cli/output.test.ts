import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../../src/cli/output.ts';
import { BEGINNING, sarifFiles } from '../../src/sarif/log.ts';
import { liveReport, run } from '../sarif/report.ts';
import { temporaryFolder } from '../temporary.ts';
import { BIN } from './program.ts';

const OTHERS = '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[]}';

function write(folder: string, scopes: number): void {
  writeFiles(join(folder, 'out.sarif'), sarifFiles(liveReport(0, scopes), run), BEGINNING);
}

describe('logs of one name', () => {
  test.each([
    ['one log takes the place of several', 41, 1, ['out.sarif']],
    ['several take the place of one', 1, 21, ['out.1.sarif', 'out.2.sarif']],
    ['fewer take the place of more', 41, 21, ['out.1.sarif', 'out.2.sarif']],
  ])('%s', (_name, before, after, files) => {
    const folder = temporaryFolder();
    write(folder, before);
    write(folder, after);
    expect(readdirSync(folder)).toEqual(files);
  });

  test.each([
    ['a log of another program', OTHERS],
    ['an empty file', ''],
    ['a text that is shorter than our beginning', BEGINNING.slice(0, -1)],
  ])('%s stays beside them', (_name, content) => {
    const folder = temporaryFolder({ 'out.1.sarif': content });
    write(folder, 1);
    expect(readdirSync(folder)).toEqual(['out.1.sarif', 'out.sarif']);
  });

  test('a folder stays beside them, and what is behind it is no less stale', () => {
    const folder = temporaryFolder({ 'out.2.sarif': `${BEGINNING}"version":"0.1.0"}}}]}` });
    mkdirSync(join(folder, 'out.1.sarif'));
    write(folder, 1);
    expect(readdirSync(folder)).toEqual(['out.1.sarif', 'out.sarif']);
  });
});

describe('the folders of an output', () => {
  test.each(['out.sarif', 'a/b/c/out.sarif', 'a/../b/out.sarif'])('are made for %s', (file) => {
    const folder = temporaryFolder();
    // Not join, which would take the dots away.
    writeFiles(`${folder}/${file}`, sarifFiles(liveReport(0, 1), run), BEGINNING);
    expect(existsSync(join(folder, file))).toBe(true);
  });

  test('are not made below a file', () => {
    const folder = temporaryFolder({ a: '' });
    const file = join(folder, 'a', 'b', 'out.sarif');
    expect(() => writeFiles(file, sarifFiles(liveReport(0, 1), run), BEGINNING)).toThrow(/cannot be written: ENOTDIR/);
  });

  // A process of its own, which can be ended if it hangs.
  test.skipIf(!existsSync('/proc/self')).each([
    ['scan', '-f', 'json=/proc/x/y'],
    ['remediate', '--output-dir', '/proc/x/y'],
  ])('are not asked for again and again where %s can make none', (command, option, value) => {
    const cwd = temporaryFolder({ 'a.json': '{"UserPoolClient":{"ClientId":"a1"}}' });
    const args = [BIN, command, 'a.json', option, value];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, timeout: 10_000, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cognito-lint: [^\n]*\/proc\/x\/y cannot be (written|made): ENOENT[^\n]*$/m);
  });
});
