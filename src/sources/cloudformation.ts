import { isRecord } from '../client/secret.ts';
import { toPointer } from '../pointer.ts';
import type { FormReading, Provenance } from './forms.ts';
import { circles } from './template-circles.ts';
import { TemplateClient } from './template-client.ts';
import { type Template, typePointer } from './template-origin.ts';

const TYPE = 'AWS::Cognito::UserPoolClient';

/** Reads the clients of a CloudFormation, SAM or CDK template. */
export function readCloudFormation(value: unknown, from: Provenance): FormReading | undefined {
  const template = templateOf(value, toPointer(from.at ?? []));
  if (!template) return undefined;
  const reading: FormReading = { subjects: [], errors: [], notices: [] };
  const ids = Object.keys(template.resources).filter((id) => isClient(template.resources[id]));
  const sound = new Set<string>();
  for (const id of ids) readClient(template, id, from, sound, reading);
  for (const { id, message } of circles(template.resources, ids)) {
    reading.errors.push({ document: from.document, pointer: typePointer(template, id), message });
  }
  return reading;
}

function templateOf(value: unknown, pointer: string): Template | undefined {
  if (!isRecord(value)) return undefined;
  const { Resources: inner, Parameters: parameters } = value;
  const resources = isRecord(inner) ? inner : value;
  if (!Object.values(resources).some(isClient)) return undefined;
  const at = isRecord(inner) ? ['Resources'] : [];
  return { pointer, parameters: isRecord(parameters) ? parameters : {}, resources, at };
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
