import type { LogicalLocation } from 'sarif';
import { toPointer } from '../pointer.ts';
import type { Finding } from '../report.ts';
import type { Subject } from '../subject.ts';
import { partitionOf } from './partition.ts';
import { nameOf } from './result.ts';

/** An app client in the list, which the properties of it are below. */
interface Client {
  readonly name: string;
  readonly qualifiedName: string;
  readonly index: number;
}

/**
 * The logical locations of a run: account, user pool, app client, property, each below the one before. An app client
 * has no ARN of its own: it goes by its pool's, with `/client/<id>` and, for a property, the pointer of it.
 */
export class LogicalLocations {
  readonly list: LogicalLocation[] = [];
  readonly #indices = new Map<string, number>();
  readonly #clients = new Map<Subject, Client>();

  /** The index of the property that a finding is about. */
  indexOf({ subject, path }: Finding): number {
    const client = this.#clients.get(subject) ?? this.#addClient(subject);
    const pointer = toPointer(path) || '/';
    const name = pointer.slice(1) || client.name;
    return this.#add(name, 'property', `${client.qualifiedName}#${pointer}`, client.index);
  }

  #addClient(subject: Subject): Client {
    const { account = '', region = '', userPoolId = '', clientId } = subject.identity;
    let parent: number | undefined;
    const arn = `arn:${partitionOf(region).name}`;
    if (account) parent = this.#add(account, 'resource', `${arn}:iam::${account}:root`);
    const pool = `${arn}:cognito-idp:${region}:${account}:userpool/${userPoolId}`;
    if (userPoolId) parent = this.#add(userPoolId, 'resource', pool, parent);
    const name = nameOf(subject);
    const qualifiedName = `${userPoolId ? pool : subject.origin.document.uri}/client/${clientId ?? name}`;
    const client = { name, qualifiedName, index: this.#add(name, 'resource', qualifiedName, parent) };
    this.#clients.set(subject, client);
    return client;
  }

  #add(name: string, kind: string, fullyQualifiedName: string, parentIndex?: number): number {
    const known = this.#indices.get(fullyQualifiedName);
    if (known !== undefined) return known;
    const index = this.list.length;
    this.list.push({ name, kind, fullyQualifiedName, parentIndex });
    this.#indices.set(fullyQualifiedName, index);
    return index;
  }
}
