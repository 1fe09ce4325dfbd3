import { isRecord } from '../client/secret.ts';
import { toPointer } from '../pointer.ts';
import type { Remark } from '../subject.ts';
import type { FormReading, Provenance } from './forms.ts';
import { isClientType, readResource, type TerraformResource } from './terraform-client.ts';
import { expressionsOf } from './terraform-configuration.ts';

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

/** A plan or a state, of any version, with clients or without. */
export function isTerraform(value: unknown): boolean {
  return isRecord(value) && (typeof value['format_version'] === 'string' || Object.hasOwn(value, 'terraform_version'));
}

/** Reads the clients of plans, of states as `terraform show -json` prints them, and of state files. */
export function readTerraform(value: unknown, from: Provenance): FormReading | undefined {
  if (!isRecord(value)) return undefined;
  const { resources, unread = [], errors } = resourcesOf(value, from);
  if (resources.length === 0 && unread.length === 0) return undefined;
  const reading: FormReading = { subjects: [], errors: [...errors, ...unread], notices: [], confidential: true };
  for (const resource of resources) {
    const { subject, errors, notices } = readResource(resource, from);
    reading.subjects.push(subject);
    reading.errors.push(...errors);
    reading.notices.push(...notices);
  }
  return reading;
}

interface Resources {
  readonly resources: readonly TerraformResource[];
  /** What is said of clients that cannot be read. */
  readonly unread?: readonly Remark[];
  readonly errors: readonly Remark[];
}

/** @see https://developer.hashicorp.com/terraform/internals/json-format */
function resourcesOf(value: Json, from: Provenance): Resources {
  const { at = [] } = from;
  const { format_version: format, resource_changes: changes, values, version, resources } = value;
  if (typeof format === 'string' && Array.isArray(changes)) {
    return { resources: [...planned(changes, value, at)], errors: newer('format_version', format, 1, from) };
  }
  if (typeof format === 'string' && isRecord(values) && isRecord(values['root_module'])) {
    const shown = [...shownModule(values['root_module'], [...at, 'values', 'root_module'])];
    return { resources: shown, errors: newer('format_version', format, 1, from) };
  }
  if (typeof version === 'number' && Array.isArray(resources) && Object.hasOwn(value, 'terraform_version')) {
    const errors = newer('version', String(version), 4, from);
    return { resources: [...stored(resources, at)], unread: unreadIn(resources, from), errors };
  }
  return { resources: [], errors: [] };
}

/** Within a major version the format only gains members. */
function newer(member: string, version: string, known: number, { document, at = [] }: Provenance): Remark[] {
  if (Number.parseInt(version, 10) <= known) return [];
  const shown = /^[\d.]{1,20}$/.test(version) ? version : 'of another kind';
  const message = `the ${member} is ${shown}, and this version reads up to ${known}: what it knows of the file is judged all the same; look for an update`;
  return [{ document, pointer: toPointer([...at, member]), message }];
}

function* planned(changes: readonly unknown[], plan: Json, at: Path): Generator<TerraformResource> {
  for (const [index, resource] of changes.entries()) {
    if (!isManagedClient(resource) || !isRecord(resource['change'])) continue;
    const { after, after_unknown: unknown, after_sensitive: sensitive, actions } = resource['change'];
    if (!isRecord(after) || (Array.isArray(actions) && actions.every((action) => action === 'delete'))) continue;
    yield {
      kind: 'plan',
      type: String(resource['type']),
      address: String(resource['address']),
      pointer: toPointer([...at, 'resource_changes', index]),
      attributesAt: ['change', 'after'],
      standIn: 'address',
      attributes: after,
      unknown,
      sensitive,
      expressions: expressionsOf(resource, plan['configuration']),
    };
  }
}

function* shownModule(module: Json, path: Path): Generator<TerraformResource> {
  const { resources, child_modules: children } = module;
  for (const [index, resource] of listOf(resources).entries()) {
    if (!isManagedClient(resource) || !isRecord(resource['values'])) continue;
    yield {
      kind: 'state',
      type: String(resource['type']),
      address: String(resource['address']),
      pointer: toPointer([...path, 'resources', index]),
      attributesAt: ['values'],
      standIn: 'address',
      attributes: resource['values'],
      sensitive: resource['sensitive_values'],
    };
  }
  for (const [index, child] of listOf(children).entries()) {
    if (isRecord(child)) yield* shownModule(child, [...path, 'child_modules', index]);
  }
}

function* stored(resources: readonly unknown[], at: Path): Generator<TerraformResource> {
  for (const [index, resource] of resources.entries()) {
    if (!isManagedClient(resource)) continue;
    const { module, type, name, instances } = resource;
    const address = [module, type, name].filter((part) => typeof part === 'string').join('.');
    for (const [number, instance] of listOf(instances).entries()) {
      if (!isInstance(instance) || !isRecord(instance['attributes'])) continue;
      const { index_key: key } = instance;
      yield {
        kind: 'state',
        type: String(type),
        address: key === undefined ? address : `${address}[${JSON.stringify(key)}]`,
        pointer: toPointer([...at, 'resources', index]),
        attributesAt: ['instances', number, 'attributes'],
        standIn: 'type',
        attributes: instance['attributes'],
        sensitive: sensitiveTree(instance['sensitive_attributes']),
      };
    }
  }
}

/** A state that was upgraded from one of Terraform 0.11 has `attributes_flat` instead, until it is refreshed. */
function unreadIn(resources: readonly unknown[], { document, at = [] }: Provenance): Remark[] {
  return [...resources.entries()].flatMap(([index, resource]) => {
    const instances = isManagedClient(resource) ? [...listOf(resource['instances']).entries()] : [];
    return instances
      .filter(([, instance]) => isInstance(instance) && !isRecord(instance['attributes']))
      .map(([number]) => ({
        document,
        pointer: toPointer([...at, 'resources', index, 'instances', number]),
        message:
          'this app client has no attributes as a newer Terraform keeps them, so it is not judged; refresh the state',
      }));
  });
}

/** One that was replaced is deposed until it is destroyed. */
function isInstance(instance: unknown): instance is Json {
  return isRecord(instance) && instance['deposed'] === undefined;
}

function isManagedClient(resource: unknown): resource is Json {
  return isRecord(resource) && isClientType(resource['type']) && resource['mode'] === 'managed';
}

/** A state file lists paths where plans have a tree. Their first step is enough: what is below it is not shown either. */
function sensitiveTree(paths: unknown): Json {
  const names = listOf(paths).flatMap((path) => {
    const [step] = listOf(path);
    return isRecord(step) && typeof step['value'] === 'string' ? [step['value']] : [];
  });
  return Object.fromEntries(names.map((name) => [name, true]));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
