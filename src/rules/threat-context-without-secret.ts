import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'threat-context-without-secret',
  title: 'User-context propagation is enabled on a client without a secret',
  level: 'note',
  severity: '2.7',
  precision: 'medium',
  preset: 'recommended',
  area: 'threat',
  why:
    "Cognito activates it only for clients with a secret, because the caller's claim of an IP address is " +
    'then trusted. In a template it fails; in an emulator any browser could choose its own address.',
  fix:
    'A confidential client for the back end, or switch it off. A back end must take the address from a ' +
    'trusted proxy.',
  whenAbsent: 'Not set is false, which passes.',
  notReported: 'Clients whose secret was added later (describe may omit it).',
  references: ['client', 'threat'],
  cwe: [348],
  asvs: ['15.3.4'],
  nist: ['SI-10', 'AU-3'],
  examples: {
    bad: { EnablePropagateAdditionalUserContextData: true },
    good: { EnablePropagateAdditionalUserContextData: true, ClientSecret: '[REDACTED]' },
  },
  remedy: () => ({
    settings: { EnablePropagateAdditionalUserContextData: false },
    risk: 'none: without a secret it has no effect',
  }),
  *check({ client, effective }) {
    if (client.EnablePropagateAdditionalUserContextData !== true || effective.secret) return;
    yield {
      path: ['EnablePropagateAdditionalUserContextData'],
      message:
        'EnablePropagateAdditionalUserContextData is true, and no client secret is reported, without which it has no effect.',
    };
  },
});
