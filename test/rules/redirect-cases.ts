import { test } from 'vitest';
import type { Rule } from '../../src/rule.ts';
import { type InvalidCase, type RuleCase, testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };

/** What a rule about the text of redirects says of which of them. */
interface Redirects {
  readonly fine: readonly string[];
  /** What is said of each faulty redirect, in the middle of the message. */
  readonly faulty: Readonly<Record<string, string>>;
  readonly says: (said: string) => string;
  /** One faulty redirect, and what is said of it. */
  readonly example: readonly [url: string, said: string];
  /** Whether sign-out URLs are judged as well. */
  readonly signOut: boolean;
}

/** Tries a rule on what all rules about the text of redirects have in common, and on the redirects that are its own. */
export function testRedirects(rule: Rule, { fine, faulty, says, example: [url, said], signOut }: Redirects): void {
  const message = says(said);
  const signOutClient = { ...on, LogoutURLs: [url] };
  const signOutPasses: RuleCase = { name: 'sign-out URLs are not callbacks', client: signOutClient };
  const signOutReported: InvalidCase = {
    name: 'a sign-out URL is reported too',
    client: signOutClient,
    problems: [['/LogoutURLs/0', message]],
  };

  testRule(
    rule,
    {
      valid: [
        { name: 'no redirects pass', client: on },
        { name: 'an empty list passes', client: { ...on, CallbackURLs: [] } },
        { name: 'null passes', client: { ...on, CallbackURLs: null, DefaultRedirectURI: null } },
        { name: 'an empty text is no redirect', client: { ...on, DefaultRedirectURI: '' } },
        { name: 'a plain URL passes', client: { ...on, CallbackURLs: ['https://app.acme.io/cb'] } },
        ...fine.map((good) => ({ name: `${good} passes`, client: { ...on, CallbackURLs: [good] } })),
        { name: 'dormant redirects are another rule', client: { CallbackURLs: [url] } },
        {
          name: 'a switch of null is off',
          client: { AllowedOAuthFlowsUserPoolClient: null, CallbackURLs: [url] },
        },
        {
          name: 'a machine client never redirects',
          client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: [url] },
        },
        ...(signOut ? [] : [signOutPasses]),
      ],
      invalid: [
        {
          name: 'each distinct callback is reported once, at its first place',
          client: { ...on, CallbackURLs: ['https://app.acme.io/cb', url, url] },
          problems: [['/CallbackURLs/1', message]],
        },
        ...Object.entries(faulty).map(
          ([bad, badSaid]) =>
            ({
              name: `${bad} is reported`,
              client: { ...on, CallbackURLs: [bad] },
              problems: [['/CallbackURLs/0', says(badSaid)]],
            }) as const,
        ),
        {
          name: 'the default redirect is reported where it is no callback',
          client: { ...on, CallbackURLs: ['https://app.acme.io/cb'], DefaultRedirectURI: url },
          problems: [['/DefaultRedirectURI', message]],
        },
        {
          name: 'a default redirect that is a callback is reported as the callback',
          client: { ...on, CallbackURLs: [url], DefaultRedirectURI: url },
          problems: [['/CallbackURLs/0', message]],
        },
        {
          name: 'an update request is judged alike',
          form: 'request',
          client: { ...on, ClientId: 'abc', CallbackURLs: [url] },
          problems: [['/CallbackURLs/0', message]],
        },
        {
          name: 'a create request is judged alike',
          form: 'request',
          client: { ...on, CallbackURLs: [url] },
          problems: [['/CallbackURLs/0', message]],
        },
        {
          name: 'what is known is reported beside an entry of a wrong type',
          client: { ...on, CallbackURLs: [7, url] },
          problems: [['/CallbackURLs/1', message]],
          notEvaluated: 'CallbackURLs',
        },
        ...(signOut ? [signOutReported] : []),
      ],
      unknown: [
        {
          name: 'callbacks of a wrong type are unknown',
          client: { ...on, CallbackURLs: url },
          field: 'CallbackURLs',
        },
        {
          name: 'grants that nobody knows may be of a machine',
          client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: [url] },
          field: 'AllowedOAuthFlows',
        },
        {
          name: 'a switch of a wrong type is unknown',
          client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: [url] },
          field: 'AllowedOAuthFlowsUserPoolClient',
        },
      ],
    },
    test,
  );
}
