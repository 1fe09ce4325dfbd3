import type { ReportingDescriptor, ReportingDescriptorReference, ToolComponent } from 'sarif';
import { cweLink } from '../references.ts';
import type { AnyRule } from '../rule.ts';
import { guidOf } from './guid.ts';

/** Names of the weaknesses that rules point at, from https://cwe.mitre.org/data/ (version 4.17). */
const NAMES: Readonly<Record<number, string>> = {
  20: 'Improper Input Validation',
  79: "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
  183: 'Permissive List of Allowed Inputs',
  200: 'Exposure of Sensitive Information to an Unauthorized Actor',
  204: 'Observable Response Discrepancy',
  262: 'Not Using Password Aging',
  269: 'Improper Privilege Management',
  272: 'Least Privilege Violation',
  288: 'Authentication Bypass Using an Alternate Path or Channel',
  294: 'Authentication Bypass by Capture-replay',
  306: 'Missing Authentication for Critical Function',
  307: 'Improper Restriction of Excessive Authentication Attempts',
  312: 'Cleartext Storage of Sensitive Information',
  319: 'Cleartext Transmission of Sensitive Information',
  324: 'Use of a Key Past its Expiration Date',
  345: 'Insufficient Verification of Data Authenticity',
  348: 'Use of Less Trusted Source',
  359: 'Exposure of Private Personal Information to an Unauthorized Actor',
  441: "Unintended Proxy or Intermediary ('Confused Deputy')",
  477: 'Use of Obsolete Function',
  489: 'Active Debug Code',
  522: 'Insufficiently Protected Credentials',
  540: 'Inclusion of Sensitive Information in Source Code',
  598: 'Use of GET Request Method With Sensitive Query Strings',
  601: "URL Redirection to Untrusted Site ('Open Redirect')",
  613: 'Insufficient Session Expiration',
  639: 'Authorization Bypass Through User-Controlled Key',
  640: 'Weak Password Recovery Mechanism for Forgotten Password',
  672: 'Operation on a Resource after Expiration or Release',
  798: 'Use of Hard-coded Credentials',
  915: 'Improperly Controlled Modification of Dynamically-Determined Object Attributes',
  939: 'Improper Authorization in Handler for Custom URL Scheme',
  940: 'Improper Verification of Source of a Communication Channel',
  1007: 'Insufficient Visual Distinction of Homoglyphs Presented to User',
  1104: 'Use of Unmaintained Third Party Components',
  1188: 'Initialization of a Resource with an Insecure Default',
};

/** That of https://cwe.mitre.org/. */
export const CWE_GUID = 'ec480a2c-8267-5d90-affc-401687cd64b0';

/** The CWE, without what it has of weaknesses. */
export const CWE: ToolComponent = {
  name: 'CWE',
  guid: CWE_GUID,
  version: '4.17',
  organization: 'MITRE',
  informationUri: 'https://cwe.mitre.org/data/published/cwe_v4.17.pdf',
  downloadUri: 'https://cwe.mitre.org/data/xml/cwec_v4.17.xml.zip',
  shortDescription: { text: 'The MITRE Common Weakness Enumeration.' },
  fullDescription: {
    text: 'The MITRE Common Weakness Enumeration, of which only the weaknesses stand here that rules point at.',
  },
  language: 'en-US',
  isComprehensive: false,
};

/** What a log says of a weakness. */
export function toTaxon(cwe: number): ReportingDescriptor {
  const { url } = cweLink(cwe);
  const name = NAMES[cwe] ?? `CWE-${cwe}`;
  return {
    id: String(cwe),
    guid: guidOf(url),
    name: pascalCase(name),
    shortDescription: { text: `${name}.` },
    helpUri: url,
  };
}

/** The weaknesses that some rules point at, in order. */
export function weaknessesOf(rules: readonly AnyRule[]): readonly number[] {
  return [...new Set(rules.flatMap(({ cwe }) => [...cwe]))].sort((a, b) => a - b);
}

/** How the results of a rule point at its weaknesses, which stand in the log in this order. */
export function pointAtWeaknesses({ cwe }: AnyRule, inOrder: readonly number[]): ReportingDescriptorReference[] {
  return cwe.map((number) => ({
    id: String(number),
    index: inOrder.indexOf(number),
    toolComponent: { name: 'CWE', index: 0 },
  }));
}

/** `Cross-site (Scripting)` becomes `CrossSiteScripting`. */
export function pascalCase(words: string): string {
  return words
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`)
    .join('');
}
