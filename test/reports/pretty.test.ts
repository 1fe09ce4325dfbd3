import { describe, expect, test } from 'vitest';
import { pretty } from '../../src/reports/pretty.ts';
import type { Run } from '../../src/reports/run.ts';
import { RUN, reportOf } from './posture-fixture.ts';

const report = await reportOf('clients.json');
const hostile = await reportOf('hostile.json');
const print = (run: Partial<Run> = {}, of = report) => [...pretty(of, { ...RUN, ...run })].join('');

describe('pretty', () => {
  test('in a pipe has no escape sequence, and with colour takes back each that it begins', () => {
    expect(print()).not.toContain('\u001b');
    const codes = print({ color: true })
      .split('\u001b[')
      .slice(1)
      .map((rest) => Number.parseInt(rest, 10));
    const isEnd = (code: number) => [22, 24, 39].includes(code);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter(isEnd).length).toBe(codes.filter((code) => !isEnd(code)).length);
  });

  test.each([40, 60, 80, 140])('at %i columns only what cannot be broken is wider', (width) => {
    const wide = print({ width })
      .split('\n')
      .filter((line) => line.length > width);
    expect(
      wide.filter((line) => line.trim().includes(' ') && !line.includes('│') && !/^ {2}\S+ +in \S+$/.test(line)),
    ).toEqual([]);
    expect(wide.filter((line) => line.includes('│'))).toEqual([]);
  });

  test('underlines exactly the value that each finding is about', () => {
    const lines = print({ width: 140 }).split('\n');
    const underlined = lines.flatMap((line, index) => {
      const [, space = '', carets] = /│ (\s*)(\^+)$/.exec(line) ?? [];
      const code = lines[index - 1]?.split('│ ')[1] ?? '';
      return carets ? [code.slice(space.length, space.length + carets.length)] : [];
    });
    const values = report.findings.map(({ location: { document, region } }) =>
      document.text.slice(region.offset, region.offset + region.endColumn - region.startColumn),
    );
    expect(underlined.toSorted()).toEqual(values.toSorted());
  });

  test('underlines the value also where what stands before it takes two columns a letter', async () => {
    const text = print({ width: 100 }, await reportOf('../../fixtures/text-outside-ascii/client.json'));
    expect(text).toContain(`
         1 │ …t": { "ClientName": "店 🛒 caf\\u00e9", "ClientId": "1h57kf5cpq17m0eml12fixture", "Cr…
           │                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`);
  });

  test('tells a rule once in each client, with the address or, where the terminal can, as a link', () => {
    const pairs = new Set(report.findings.map(({ subject, rule }) => `${subject.origin.pointer} ${rule.id}`)).size;
    expect(print().match(/^ {13}https:\/\/\S+$/gm)).toHaveLength(pairs);
    expect(print().match(/^ {13}Fix: /gm)).toHaveLength(pairs);
    const linked = print({ hyperlinks: true });
    expect(linked).not.toMatch(/^ *https:/m);
    expect(linked.split('\u001b]8;;https://').length - 1).toBe(pairs);
  });

  test('shows every place as editors read it', () => {
    for (const { location } of report.findings) {
      const { startLine, startColumn } = location.region;
      expect(print()).toContain(`test/reports/fixtures/clients.json:${startLine}:${startColumn}\n`);
    }
  });

  test('ends in numbers, what was suppressed and what was not evaluated, unless it is to be quiet', () => {
    const end = print({}, { ...report, suppressed: 1 });
    expect(end).toContain('\n3 errors, 21 warnings, 5 notes in 8 app clients\n1 finding suppressed by exceptions\n');
    expect(end).toContain(
      '5 checks not evaluated in 1 app client, as a setting is not known:\n  - RefreshTokenValidity: ',
    );
    expect(print({ quiet: true })).not.toMatch(/app clients|not evaluated/);
  });

  test('says how many findings a baseline holds back', () => {
    const [one, ...others] = report.findings;
    if (!one) throw new Error('the fixture has no finding');
    const baseline = { findings: report.findings, states: new Map(), missing: [] };
    const end = print({}, { ...report, findings: [one], baseline });
    expect(end).toContain(`in 8 app clients\n${others.length} findings known from the baseline\n`);
  });

  test('of a faultless run is one line', () => {
    expect(print({}, { ...report, findings: [], notEvaluated: [], errors: [] })).toBe(
      'nothing found in 8 app clients\n',
    );
  });

  test('of hostile names has nothing that a terminal or the log of a workflow would obey', () => {
    const text = print({}, hostile);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text.split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });

  test('shows no secret of the file, also not beside a finding', async () => {
    expect(print({ width: 140 })).not.toContain('1a2b3c4d5e6f7g8h9i0j');
  });
});
