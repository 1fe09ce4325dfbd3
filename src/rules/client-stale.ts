import { duration } from '../client/lifetimes.ts';
import { isoDay } from '../client/time.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'client-stale',
  title: 'Client has not been changed for years',
  level: 'note',
  severity: '1.5',
  precision: 'low',
  preset: 'pedantic',
  area: 'hygiene',
  why:
    'Clients from before 2019, 2021 and 2025 lack what came then: new flows, revocation, rotation. The date ' +
    'tells when the settings were last looked at, nothing about use.',
  fix: 'Review it; read CloudTrail and CloudWatch before deleting.',
  whenAbsent: 'Without a date it passes; where a form cannot carry the date, the rule is not evaluated.',
  notReported: 'Stable applications, hence pedantic.',
  references: ['client'],
  cwe: [1188],
  asvs: ['13.1.4'],
  nist: ['CM-8', 'AC-2(3)'],
  examples: {
    bad: { LastModifiedDate: 1548108676.163 },
    good: { LastModifiedDate: '2026-10-01T00:00:00Z' },
  },
  options: { maxDays: 730 },
  remedy: 'whether the client is still needed, a person must decide',
  *check({ effective }, { maxDays }) {
    const { lastModified } = effective;
    if (lastModified === undefined || effective.facts.now - lastModified <= maxDays * 86_400) return;
    yield {
      path: ['LastModifiedDate'],
      message: `The client was last changed on ${isoDay(lastModified)}; the limit is ${duration(maxDays, 'days')}.`,
    };
  },
});
