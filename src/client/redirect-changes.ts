import type { AppClient } from './app-client.ts';
import type { RedirectMember } from './redirects.ts';
import { parseUri, type Uri } from './uri.ts';

/** A change of redirects. `undefined` is to be left out. */
interface RedirectChange {
  readonly settings: { readonly [Member in RedirectMember]?: AppClient[Member] | undefined };
  readonly risk: string;
}

/** A change that takes some redirects out, or why a person must decide. */
export function withoutRedirects(client: AppClient, isOut: (uri: Uri) => boolean): RedirectChange | string {
  const settings: { -readonly [Member in RedirectMember]?: AppClient[Member] | undefined } = {};
  for (const member of ['CallbackURLs', 'LogoutURLs'] as const) {
    const all = client[member] ?? [];
    const left = all.filter((raw) => !isOut(parseUri(raw)));
    if (left.length === all.length) continue;
    if (left.length === 0) return `no entry of ${member} would be left; which URL is right, a person must decide`;
    settings[member] = left;
  }
  const fallback = client.DefaultRedirectURI;
  if (fallback !== undefined && isOut(parseUri(fallback))) settings.DefaultRedirectURI = undefined;
  return { settings, risk: 'none: nobody can be sent there' };
}
