import picomatch from 'picomatch';
import type { Exception, Finding, PlacedRemark, Report, SuppressedFinding } from '../report.ts';

/** An exception that is in force. */
interface InForce {
  readonly exception: Exception;
  readonly matches: (finding: Finding) => boolean;
  used: boolean;
}

/**
 * Takes out what a user accepts. It stays counted. An exception that matched nothing, or is past its last day, is a
 * notice. `today` is a day of UTC, as `2026-11-24`.
 */
export function applyExceptions(report: Report, exceptions: readonly Exception[], today: string): Report {
  const inForce = exceptions.filter(({ until }) => until === undefined || until >= today).map(toInForce);
  const findings: Finding[] = [];
  const suppressedFindings: SuppressedFinding[] = [];
  for (const finding of report.findings) {
    const matching = inForce.filter(({ matches }) => matches(finding));
    for (const one of matching) one.used = true;
    const [first] = matching;
    if (first) suppressedFindings.push({ finding, exception: first.exception });
    else findings.push(finding);
  }
  const unused = new Set(inForce.filter(({ used }) => !used).map(({ exception }) => exception));
  const notices = exceptions.flatMap((exception) => {
    if (exception.until !== undefined && exception.until < today) return [toNotice(exception, ended(exception.until))];
    return unused.has(exception) ? [toNotice(exception, 'matched nothing; remove it, or correct what it names')] : [];
  });
  return {
    ...report,
    findings,
    suppressed: suppressedFindings.length,
    suppressedFindings,
    notices: [...report.notices, ...notices],
  };
}

function ended(until: string): string {
  return `ended on ${until}, so it suppresses nothing any more; remove it, or give it another end`;
}

function toNotice({ rule, document, region }: Exception, what: string): PlacedRemark {
  return { document, path: document.path, uri: document.uri, region, message: `the exception for ${rule} ${what}` };
}

function toInForce(exception: Exception): InForce {
  const { rule, client, path } = exception;
  const isClient = client === undefined ? undefined : nameMatcher(client);
  const isPath = path === undefined ? undefined : pathMatcher(path);
  const matches = (finding: Finding): boolean => {
    if (finding.rule.id !== rule) return false;
    const { clientName, clientId, resource } = finding.subject.identity;
    const { document } = finding.location;
    return (
      (!isClient || [clientName, clientId, resource].some((name) => name !== undefined && isClient(name))) &&
      (!isPath || isPath(decodeURIComponent(document.uri)) || isPath(document.path))
    );
  };
  return { exception, matches, used: false };
}

/** Of a name only `*`, `?` and braces are a pattern: a resource of Terraform has brackets, slashes and any text as a key. */
function nameMatcher(glob: string): (name: string) => boolean {
  const escaped = glob.replace(/[()|"]/g, '\\$&');
  const matches = picomatch(escaped, { bash: true, dot: true, nobracket: true, nonegate: true });
  return (name) => name === glob || matches(name);
}

/** Of a path only the stars are a pattern: a folder may have any other sign, as `app/(auth)/[id]` of a router. */
function pathMatcher(glob: string): (path: string) => boolean {
  const plain = (path: string) => path.replaceAll('\\', '/').replace(/^\.\//, '');
  const matches = picomatch(plain(glob).replace(/[^\w*/.-]/gu, '\\$&'), { dot: true, nonegate: true });
  return (path) => plain(path) === plain(glob) || matches(plain(path));
}
