// Runs in the page. It filters, unfolds, and shows the clients that were held back, a few hundred at a time.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector('.filters');
  const unfold = document.querySelector('.unfold');
  const columns = all('.matrix thead tr:first-child th');
  const hiddenByRule = new CSSStyleSheet();
  document.adoptedStyleSheets = [hiddenByRule];

  const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

  /** What a search looks through. */
  const textOf = (client) =>
    all('h3, .ids, .finding .rule, .message, .settings code, .place', client)
      .map((part) => part.textContent)
      .join('\n')
      .toLowerCase();

  /** What the form asks for. */
  const wanted = () => {
    const data = new FormData(form);
    const levels = new Set(data.getAll('level'));
    const area = data.get('area');
    return {
      isNarrow: levels.size < 3 || area !== '',
      hasFinding: (level, own) => levels.has(level) && (area === '' || area === own),
      pool: data.get('pool'),
      text: data.get('text').trim().toLowerCase(),
    };
  };

  /** Each client with its row, in the order of the page, whether or not it is in it. */
  const entries = [];
  const list = document.querySelector('.clients');
  const rows = document.querySelector('.matrix tbody');
  // As many as are in the page from the start: a browser takes minutes to lay out thousands of them.
  const AT_ONCE = all('.client').length;
  let limit = AT_ONCE;
  let asked = wanted();
  /** The entries that are asked for, of which the first are in the page. */
  let matching = [];
  let findings = 0;
  let isUnfolded = false;

  /** Columns and findings are hidden by rules of style, so that those hold too for clients that come later. */
  const hideFindings = ({ isNarrow, hasFinding }) => {
    const selectors = columns.slice(1).flatMap(({ dataset: { level, area } }, index) => {
      if (hasFinding(level, area)) return [];
      const own = `[data-level="${level}"][data-area="${area}"]`;
      return [`.matrix tr > :nth-child(${index + 2})`, `.finding${own}`, `.rules details${own}`];
    });
    hiddenByRule.replaceSync(isNarrow && selectors.length > 0 ? `${selectors.join()} { display: none }` : '');
  };

  const putIn = ({ client, row }) => {
    list.append(client);
    if (row) rows.append(row);
  };

  const match = (entry) => {
    const { isNarrow, hasFinding, pool, text } = asked;
    const { client } = entry;
    const count = client.dataset.findings.split(' ').filter((finding) => hasFinding(...finding.split('/'))).length;
    const isAsked =
      (!isNarrow || count > 0) &&
      (pool === '*' || pool === client.dataset.pool) &&
      (text === '' || entry.text.includes(text));
    if (!isAsked) return;
    matching.push(entry);
    findings += count;
    if (matching.length <= limit) putIn(entry);
  };

  const tell = () => {
    form.querySelector('output').textContent = `${plural(matching.length, 'client')}, ${plural(findings, 'finding')}`;
    const rest = matching.length - limit;
    for (const more of all('.more')) {
      more.hidden = rest <= 0;
      more.firstElementChild.textContent = `Show ${Math.min(AT_ONCE, rest)} more of ${rest}`;
    }
  };

  const showMore = (upTo) => {
    for (const entry of matching.slice(limit, upTo)) putIn(entry);
    limit = Math.max(limit, upTo);
    tell();
  };

  const filter = () => {
    asked = wanted();
    limit = AT_ONCE;
    matching = [];
    findings = 0;
    hideFindings(asked);
    for (const part of [list, rows]) part?.replaceChildren();
    for (const entry of entries) match(entry);
    tell();
  };

  const add = (clients, clientRows) => {
    for (const [index, client] of clients.entries()) {
      if (isUnfolded) client.open = true;
      const entry = { client, row: clientRows[index], text: textOf(client) };
      entries.push(entry);
      match(entry);
    }
    tell();
  };

  const heldBack = all('script.held-back');
  const takeIn = (batches) => {
    for (const held of heldBack.splice(0, batches)) {
      const batch = document.createElement('template');
      batch.innerHTML = held.textContent;
      held.remove();
      add(all('.client', batch.content), all('table.rows > tbody > tr', batch.content));
    }
  };
  const takeInAll = () => takeIn(heldBack.length);
  const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 50));
  const takeInMore = () => {
    takeIn(1);
    if (heldBack.length > 0) whenIdle(takeInMore);
  };

  const decoded = (fragment) => {
    try {
      return decodeURIComponent(fragment);
    } catch {
      // No id of ours is written like that.
      return '';
    }
  };

  /** A link to a client, or to a finding in it, unfolds it. */
  const unfoldTarget = () => {
    const id = decoded(location.hash.slice(1));
    if (id === '') return;
    if (!document.getElementById(id)) {
      takeInAll();
      const index = matching.findIndex(({ client }) => id === client.id || id.startsWith(`${client.id}-`));
      if (index !== -1) showMore(index + 1);
    }
    const target = document.getElementById(id);
    const details = target?.closest('details');
    if (!details) return;
    details.open = true;
    target.scrollIntoView();
  };

  unfold.addEventListener('click', () => {
    isUnfolded = !isUnfolded;
    for (const { client } of entries) client.open = isUnfolded;
    unfold.textContent = isUnfolded ? 'Fold all' : 'Unfold all';
  });
  for (const more of all('.more')) more.addEventListener('click', () => showMore(limit + AT_ONCE));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', filter);
  form.querySelector('.reset').addEventListener('click', () => {
    form.reset();
    filter();
  });
  window.addEventListener('hashchange', unfoldTarget);
  window.addEventListener('beforeprint', () => {
    takeInAll();
    showMore(matching.length);
  });

  for (const control of [form, unfold.parentElement]) control.hidden = false;
  add(all('.client'), all('.matrix tbody tr'));
  filter();
  unfoldTarget();
  if (heldBack.length > 0) whenIdle(takeInMore);
})();
