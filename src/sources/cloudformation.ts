import { isRecord } from '../client/secret.ts';
import { toPointer } from '../pointer.ts';
import type { FormReading, Provenance } from './forms.ts';
import { circles } from './template-circles.ts';
import { TemplateClient } from './template-client.ts';
import { type Template, typePointer } from './template-origin.ts';

const TYPE = 'AWS::Cognito::UserPoolClient';

type Resources = Readonly<Record<string, unknown>>;

/** Reads the clients of a CloudFormation, SAM or CDK template. */
export function readCloudFormation(value: unknown, from: Provenance): FormReading | undefined {
  const template = templateOf(value, toPointer(from.at ?? []));
  if (!template) return undefined;
  const reading: FormReading = { subjects: [], errors: [], notices: [] };
  const sound = new Set<string>();
  for (const { scope, ids } of placesOf(template, template.resources)) {
    for (const id of ids) readClient(scope, id, from, sound, reading);
    for (const { id, message } of circles(scope.resources, ids)) {
      reading.errors.push({ document: from.document, pointer: typePointer(scope, id), message });
    }
  }
  return reading;
}

function templateOf(value: unknown, pointer: string): Template | undefined {
  if (!isRecord(value)) return undefined;
  const { Resources: inner, Parameters: parameters } = value;
  const resources = isRecord(inner) ? inner : value;
  if (!holdsClients(resources)) return undefined;
  const at = isRecord(inner) ? ['Resources'] : [];
  return { pointer, parameters: isRecord(parameters) ? parameters : {}, resources, at, loops: new Map() };
}

function holdsClients(resources: Resources): boolean {
  for (const key in resources) {
    if (isClient(resources[key]) || holdsClients(loopOf(key, resources[key])?.body ?? {})) return true;
  }
  return false;
}

/** The ids of the clients of a template, and of those that its loops make of one, by what is in scope there. */
function* placesOf(
  scope: Template,
  resources: Resources,
): Generator<{ readonly scope: Template; readonly ids: readonly string[] }> {
  yield { scope, ids: Object.keys(resources).filter((id) => isClient(resources[id])) };
  for (const [key, value] of Object.entries(resources)) {
    const loop = loopOf(key, value);
    if (!loop) continue;
    const { variable, body } = loop;
    const inner = {
      ...scope,
      resources: { ...scope.resources, ...body },
      at: [...scope.at, key, '2'],
      loops: new Map([...scope.loops, [variable, key]]),
    };
    yield* placesOf(inner, body);
  }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html */
function loopOf(key: string, value: unknown): { readonly variable: string; readonly body: Resources } | undefined {
  if (!key.startsWith('Fn::ForEach::') || !Array.isArray(value)) return undefined;
  const [variable, , body] = value as unknown[];
  return isRecord(body) ? { variable: String(variable), body } : undefined;
}

function isClient(value: unknown): boolean {
  return isRecord(value) && value['Type'] === TYPE;
}

function readClient(template: Template, id: string, from: Provenance, sound: Set<string>, reading: FormReading): void {
  const { Properties: properties = {} } = template.resources[id] as Record<string, unknown>;
  if (isRecord(properties)) {
    const { subject, errors, notices } = new TemplateClient({ template, id, properties }, from).read(sound);
    reading.subjects.push(subject);
    reading.errors.push(...errors);
    reading.notices.push(...notices);
    return;
  }
  const pointer = template.pointer + toPointer([...template.at, id, 'Properties']);
  const message = 'the Properties of this app client are no map of settings, so it is not judged; correct them';
  reading.errors.push({ document: from.document, pointer, message });
}
