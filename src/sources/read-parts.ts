import type { Remark, Subject } from '../subject.ts';
import { EntryDocument, type LargeFile, regionInPart } from './entry-document.ts';
import { EntrySubject } from './entry-subject.ts';
import { type FormReading, type Provenance, passedOver, readValue, together } from './forms.ts';
import { insteadOfClients } from './near-misses.ts';
import type { Part } from './parts.ts';
import { isOtherSyntax } from './syntax.ts';

/** So many entries before the first client are told one by one: there may be millions, and no client at all. */
const MAX_HELD = 1000;

/** Reads a large list or large lines part by part, as `readForm` reads a small one. */
export function* readParts(parts: Iterable<Part>, file: LargeFile, named: boolean): Generator<FormReading> {
  const held: FormReading[] = [];
  let unsaid = 0;
  let holdsClients = false;
  let isBroken = false;
  let instead: Remark | undefined;
  for (const part of parts) {
    const place = (index: number) => new EntryDocument(file, part, part.first + index);
    if (part.faults.length > 0 && !named && !holdsClients && isOtherSyntax(part.text)) return;
    const errors = part.faults.map(({ offset, message }) => ({
      document: place(0),
      region: regionInPart(part, [offset, offset]),
      message: `not valid JSON: ${message}`,
    }));
    const readings: FormReading[] = [{ subjects: [], errors, notices: [] }];
    for (const [index, entry] of part.values.entries()) {
      // A line that is broken is told as a fault.
      if (entry === undefined) continue;
      const document = place(index);
      const from = document.provenance();
      const reading = readValue(entry, from);
      if (reading && !holdsClients) {
        holdsClients = true;
        readings.push(...held.splice(0));
        if (unsaid > 0) readings.push(others(unsaid, from));
      }
      if (reading)
        readings.push({
          ...reading,
          subjects: reading.subjects.map((made, at) => entrySubject(made, at, document)),
        });
      else if (holdsClients) readings.push(passedOver(entry, from));
      else if (held.length < MAX_HELD) held.push(passedOver(entry, from));
      else unsaid += 1;
    }
    instead ??= { document: place(0), region: regionInPart(part, [0, 1]), message: insteadOfClients(part.values) };
    isBroken ||= errors.length > 0;
    yield together(readings);
  }
  if (named && !holdsClients && !isBroken && instead) yield { subjects: [], errors: [instead], notices: [] };
}

function others(count: number, { document, at }: Required<Pick<Provenance, 'document' | 'at'>>): FormReading {
  const message = `${count} more entries before this one are passed over, as there is no app client in them`;
  const [index = 0] = at;
  return { subjects: [], errors: [], notices: [{ document, pointer: `/${index}`, message }] };
}

/** A template has more to ask of its clients, and is hardly ever one of many entries. */
function entrySubject(made: Subject, at: number, document: EntryDocument): Subject {
  return made.origin.setting || made.assuming ? made : new EntrySubject(made, at, document);
}
