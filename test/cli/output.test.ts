import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../../src/cli/output.ts';
import { BEGINNING, sarifFiles } from '../../src/sarif/log.ts';
import { liveReport, run } from '../sarif/report.ts';
import { temporaryFolder } from '../temporary.ts';

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
