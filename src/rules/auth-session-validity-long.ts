import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'auth-session-validity-long',
  title: 'Authentication challenges stay open for more than 10 minutes',
  level: 'note',
  severity: '3.1',
  precision: 'high',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'The value is the life of the session between challenges, and so of SMS and e-mail codes in API ' +
    'sign-in. ASVS 6.5.5 and SP 800-63B-4 cap out-of-band codes at 10 minutes; Cognito allows 15.',
  fix: '3 to 5 minutes, 10 at most. Managed login has its own, fixed times.',
  whenAbsent: 'Not set, or 0, is 3 minutes, which passes. The service takes 3 to 15.',
  notReported: 'Custom flows with e-mail magic links may need 15: raise the option.',
  references: ['client', 'flows', 'SP 800-63B-4 §3.1.3.2'],
  cwe: [613, 307],
  asvs: ['6.5.5', '6.6.3'],
  nist: ['AC-12', 'IA-5', 'IA-11'],
  examples: {
    bad: { AuthSessionValidity: 15 },
    good: { AuthSessionValidity: 10 },
  },
  options: { maxMinutes: 10 },
  remedy: (_input, { maxMinutes }) => ({
    settings: { AuthSessionValidity: Math.max(3, Math.floor(maxMinutes)) },
    risk: 'challenges time out sooner',
  }),
  *check({ client, effective }, { maxMinutes }) {
    const minutes = client.AuthSessionValidity ?? 0;
    if (minutes > maxMinutes && !effective.machine) {
      yield {
        path: ['AuthSessionValidity'],
        message: `Challenges stay open for ${minutes} minutes; the limit is ${maxMinutes}.`,
      };
    }
  },
});
