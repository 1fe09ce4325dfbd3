import type { LogicalLocation } from 'sarif';
import { toPointer } from '../pointer.ts';
import type { Finding } from '../report.ts';
import { nameOf } from './result.ts';

/**
 * The logical locations of a run: account, user pool, app client, property, each below the one before. An app client
 * has no ARN of its own: it goes by its pool's, with `/client/<id>` and, for a property, the pointer of it.
 */
export class LogicalLocations {
  readonly list: LogicalLocation[] = [];
  readonly #indices = new Map<string, number>();

  /** The index of the property that a finding is about. */
  indexOf(finding: Finding): number {
    const { account = '', region = '', userPoolId = '', clientId } = finding.subject.identity;
    let parent: number | undefined;
    if (account)
      parent = this.#add({ name: account, kind: 'resource', fullyQualifiedName: `arn:aws:iam::${account}:root` });
    const pool = `arn:aws:cognito-idp:${region}:${account}:userpool/${userPoolId}`;
    if (userPoolId) parent = this.#add({ name: userPoolId, kind: 'resource', fullyQualifiedName: pool }, parent);
    const name = nameOf(finding);
    const client = `${userPoolId ? pool : finding.location.document.uri}/client/${clientId ?? name}`;
    parent = this.#add({ name, kind: 'resource', fullyQualifiedName: client }, parent);
    const pointer = toPointer(finding.path) || '/';
    return this.#add(
      { name: pointer.slice(1) || name, kind: 'property', fullyQualifiedName: `${client}#${pointer}` },
      parent,
    );
  }

  #add(location: LogicalLocation, parentIndex?: number): number {
    const key = String(location.fullyQualifiedName);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.list.length;
    this.list.push({ ...location, ...(parentIndex !== undefined && { parentIndex }) });
    this.#indices.set(key, index);
    return index;
  }
}
