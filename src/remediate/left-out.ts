import { schema } from '../client/schema.ts';
import { nameOf } from '../client/shape.ts';
import { remark } from '../sources/described-client.ts';
import type { Remark, Subject } from '../subject.ts';

/**
 * What a description has that is not in its input. It may be a member of tomorrow or a note of somebody's own, so the input
 * is given all the same, without it: the AWS CLI takes none that it does not know.
 */
export function leftOut({ origin }: Subject, original: object): Remark[] {
  return Object.keys(original)
    .filter((member) => !Object.hasOwn(schema.properties, member))
    .map((member) => remark(origin, [member], leftOutOfInput(member)));
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html */
export function leftOutOfInput(member: string): string {
  return `${nameOf(member)} is not in the input, as this version does not know it, so the update resets it if the service has it`;
}
