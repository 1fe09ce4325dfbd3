import type { AppClient, ListMember } from './app-client.ts';
import { UnknownValue } from './unknown.ts';

/** One entry of a list, or one text, with its path. */
export interface Entry<Member extends TextMember = TextMember> {
  readonly member: Member;
  readonly path: readonly [Member] | readonly [Member, number];
  readonly value: string;
}

type TextMember = ListMember | 'DefaultRedirectURI';

/** The distinct entries of some lists, each at its first place, as `ofEach` gives them. */
export function entries<Member extends TextMember>(
  client: AppClient,
  ...members: readonly Member[]
): Iterable<Entry<Member>> {
  return ofEach(members, (member) => entriesOf(client, member));
}

/** What is known of all members comes first, and what is unknown of one ends the rule last. */
export function* ofEach<Member, Item>(
  members: readonly Member[],
  itemsOf: (member: Member) => Iterable<Item>,
): Generator<Item> {
  let unknown: UnknownValue | undefined;
  for (const member of members) {
    try {
      for (const item of itemsOf(member)) yield item;
    } catch (error) {
      if (!(error instanceof UnknownValue)) throw error;
      unknown ??= error;
    }
  }
  if (unknown) throw unknown;
}

function entriesOf<Member extends TextMember>(client: AppClient, member: Member): Iterable<Entry<Member>> {
  const value: string | readonly string[] | undefined = client[member];
  if (value === undefined) return [];
  return typeof value === 'string' ? [{ member, path: [member], value }] : entriesOfList(value, member);
}

/** For a list as long as Cognito takes, a set would take longer than a search. */
const SHORT = 100;

function* entriesOfList<Member extends TextMember>(list: readonly string[], member: Member): Generator<Entry<Member>> {
  const seen = list.length > SHORT ? new Set<string>() : undefined;
  for (const [index, value] of list.entries()) {
    if (seen ? seen.has(value) : list.indexOf(value) !== index) continue;
    seen?.add(value);
    yield { member, path: [member, index], value };
  }
}
