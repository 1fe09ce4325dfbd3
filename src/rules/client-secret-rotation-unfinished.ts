import { duration } from '../client/lifetimes.ts';
import { epochSeconds, isoDay } from '../client/time.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'client-secret-rotation-unfinished',
  title: 'Two client secrets have been active for too long',
  level: 'warning',
  severity: '4.1',
  precision: 'high',
  preset: 'recommended',
  area: 'secrets',
  why:
    'Two secrets exist for a rotation without downtime; a pair that stays means that the old one was never ' +
    'withdrawn. It is also the trace of someone who may only add secrets and made one of his own.',
  fix: 'Find the unused one and delete it; read the CloudTrail events AddUserPoolClientSecret.',
  whenAbsent: 'As for `client-secret-age`. The finding points at the older secret.',
  notReported: 'Long mobile roll-outs: raise the option.',
  references: ['list-secrets', 'add-secret', 'RFC 6819 §5.2.3.6'],
  cwe: [324],
  asvs: ['13.3.4'],
  nist: ['IA-5', 'AC-2'],
  examples: {
    bad: { ClientSecrets: [{ ClientSecretCreateDate: 1700000000 }, { ClientSecretCreateDate: 1760000000 }] },
    good: { ClientSecrets: [{ ClientSecretCreateDate: 1700000000 }, { ClientSecretCreateDate: 1795000000 }] },
  },
  options: { maxDays: 30 },
  remedy: 'which of the two secrets is unused, a person must find out',
  *check({ client, effective }, { maxDays }) {
    const secrets = [...(client.ClientSecrets ?? [])];
    const created = secrets.map(({ ClientSecretCreateDate: date }) =>
      date === undefined ? undefined : epochSeconds(date),
    );
    const dates = created.filter((date) => date !== undefined);
    if (dates.length < 2 || effective.facts.now - Math.max(...dates) <= maxDays * 86_400) return;
    const oldest = Math.min(...dates);
    yield {
      path: ['ClientSecrets', created.indexOf(oldest), 'ClientSecretCreateDate'],
      message: `Two client secrets are active, the younger since ${isoDay(Math.max(...dates))}; the limit is ${duration(maxDays, 'days')}.`,
    };
  },
});
