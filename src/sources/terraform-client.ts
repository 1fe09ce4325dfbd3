import type { AppClient, ClientPath } from '../client/app-client.ts';
import { UnknownValue } from '../client/unknown.ts';
import { toPointer } from '../pointer.ts';
import type { Document, Origin } from '../subject.ts';
import { type DescribedClient, identityOf, subjectOf } from './described-client.ts';
import type { Provenance } from './forms.ts';
import { ATTRIBUTES, type BlockAttribute } from './terraform-attributes.ts';
import { isUnset, valueAt } from './terraform-configuration.ts';

/** A client as a plan or state has it. */
export interface TerraformResource {
  readonly kind: 'plan' | 'state';
  readonly type: string;
  readonly address: string;
  readonly pointer: string;
  /** From the pointer on. */
  readonly attributesAt: readonly (string | number)[];
  /** The member that stands for what is absent. */
  readonly standIn: 'address' | 'type';
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Of a plan: what is known after the deployment alone, in the shape of the attributes. */
  readonly unknown?: unknown;
  /** What must not be shown, in the shape of the attributes. */
  readonly sensitive: unknown;
  /** Of a plan: what the author wrote, where the plan has it. */
  readonly expressions?: Readonly<Record<string, unknown>> | undefined;
}

/** Made by a service, such as OpenSearch, which then decides whether the client has a secret. */
const MANAGED = 'aws_cognito_managed_user_pool_client';

export function isClientType(type: unknown): boolean {
  return type === 'aws_cognito_user_pool_client' || type === MANAGED;
}

/** Makes a subject of a client in a plan or state. */
export function readResource(resource: TerraformResource, from: Provenance): DescribedClient {
  const client: Record<string, unknown> = {};
  for (const [member, attribute] of Object.entries(ATTRIBUTES)) {
    client[member] =
      typeof attribute === 'string'
        ? attributeValue(resource, member, [attribute])
        : blockValue(resource, member, attribute);
  }
  settleSecret(client, resource);
  return subjectOf(
    {
      client,
      form: resource.kind === 'plan' ? 'created' : 'described',
      identity: { ...identityOf(client), resource: resource.address },
      origin: new TerraformOrigin(from.document, resource),
    },
    from,
  );
}

function blockValue(resource: TerraformResource, member: string, { block, attributes }: BlockAttribute): unknown {
  const blocks = attributeValue(resource, member, [block]);
  if (!Array.isArray(blocks)) return blocks;
  const [only] = blocks;
  if (only === undefined || only instanceof UnknownValue) return only;
  // An attribute that a stored block has not is one that nobody set.
  const given = Object.entries(attributes).filter(
    ([, name]) => resource.kind === 'plan' || valueAt(only, name) !== undefined,
  );
  return Object.fromEntries(
    given.map(([key, name]) => [key, attributeValue(resource, `${member}.${key}`, [block, 0, name])]),
  );
}

function attributeValue(resource: TerraformResource, field: string, path: readonly (string | number)[]): unknown {
  const { attributes, sensitive, kind } = resource;
  const isSecret = path[0] === 'client_secret';
  if (!isSecret && isMarked(sensitive, path)) return new UnknownValue(field, 'it is marked as sensitive');
  const value = valueAt(attributes, ...path);
  if (value === undefined) return kind === 'plan' ? plannedGap(resource, field, path) : storedGap(field);
  // A newer Terraform shows what an older provider did not know as null.
  if (kind === 'state' && value === null && path[0] === 'enable_token_revocation') return storedGap(field);
  if (!Array.isArray(value)) return value;
  return value.map((entry, index) => {
    if (isMarked(sensitive, [...path, index])) return new UnknownValue(field, 'an entry is marked as sensitive');
    if (isMarked(resource.unknown, [...path, index]))
      return new UnknownValue(field, 'an entry is known after the deployment');
    return entry;
  });
}

/** A mark on a part of something is not one on all of it. */
function isMarked(marks: unknown, path: readonly (string | number)[]): boolean {
  return path.some((_, index) => valueAt(marks, ...path.slice(0, index + 1)) === true) || marks === true;
}

const BLOCKS: ReadonlySet<string | number> = new Set(
  Object.values(ATTRIBUTES).flatMap((one) => (typeof one === 'string' ? [] : one.block)),
);

/**
 * A plan leaves out alike what nobody set and what is not yet known, since the provider computes nearly every attribute:
 * what the author wrote tells them apart.
 */
function plannedGap(
  { unknown, expressions }: TerraformResource,
  field: string,
  path: readonly (string | number)[],
): UnknownValue | undefined {
  if (!isMarked(unknown, path)) return undefined;
  if (!expressions) return new UnknownValue(field, 'the plan has no configuration that says whether it is set');
  const [name = '', ...below] = path;
  // A block that nobody set is an empty list in a plan, and a `dynamic` one has no expression: marshalExpressions in
  // Terraform's internal/command/jsonconfig.
  const isDynamic = BLOCKS.has(name) && (below.length === 0 || valueAt(expressions, name) === undefined);
  return !isDynamic && isUnset(valueAt(expressions, ...path))
    ? undefined
    : new UnknownValue(field, 'its expression is known after the deployment');
}

function storedGap(field: string): UnknownValue {
  return new UnknownValue(field, 'the provider that wrote the state did not know it');
}

/** A state keeps the secret itself, and forgets on an import that one was to be made; a plan has the intent alone. */
function settleSecret(client: Record<string, unknown>, { kind, type, attributes }: TerraformResource): void {
  const { client_secret: secret, generate_secret: generate } = attributes;
  if (kind === 'state') {
    if (typeof generate === 'boolean' && secret === undefined) client['ClientSecret'] = undefined;
    if (secret !== undefined && generate !== true) client['GenerateSecret'] = undefined;
  } else if (type === MANAGED && typeof secret !== 'string') {
    client['GenerateSecret'] = new UnknownValue(
      'ClientSecret',
      'the service that owns the client decides on its secret',
    );
  }
}

/** A client under the names of Terraform's provider, whose address or type stands for what is absent. */
class TerraformOrigin implements Origin {
  readonly document: Document;
  readonly pointer: string;
  readonly #resource: TerraformResource;

  constructor(document: Document, resource: TerraformResource) {
    this.document = document;
    this.pointer = resource.pointer;
    this.#resource = resource;
  }

  locate([member, ...below]: ClientPath): string {
    const { attributes, attributesAt, standIn } = this.#resource;
    const path = member === 'ClientSecret' ? secretPath(attributes) : attributePath(member, below);
    const isThere = path !== undefined && valueAt(attributes, ...path) !== undefined;
    return this.pointer + toPointer(isThere ? [...attributesAt, ...path] : [standIn]);
  }

  setting(member: keyof AppClient, value: unknown): string {
    return inTerraform(member, value);
  }
}

/** An attribute or a block as an author writes it. */
function inTerraform(member: string, value: unknown): string {
  const attribute = ATTRIBUTES[member];
  if (attribute === undefined) return `set ${member} to ${JSON.stringify(value)}`;
  if (typeof attribute === 'string') {
    return value === undefined ? `take out ${attribute}` : `set ${attribute} = ${JSON.stringify(value)}`;
  }
  if (value === undefined) return `take out the block ${attribute.block}`;
  const inner = Object.entries(value as object).map(
    ([key, one]) => `${attribute.attributes[key] ?? key} = ${JSON.stringify(one)}`,
  );
  return `set ${attribute.block} { ${inner.join(', ')} }`;
}

function secretPath({ client_secret: secret }: Readonly<Record<string, unknown>>): readonly string[] {
  return [typeof secret === 'string' ? 'client_secret' : 'generate_secret'];
}

function attributePath(
  member: string | undefined,
  below: readonly (string | number)[],
): readonly (string | number)[] | undefined {
  const attribute = member === undefined ? undefined : ATTRIBUTES[member];
  if (attribute === undefined) return undefined;
  if (typeof attribute === 'string') return [attribute, ...below];
  const [key] = below;
  if (key === undefined) return [attribute.block];
  const name = attribute.attributes[key];
  return name === undefined ? undefined : [attribute.block, 0, name];
}
