// Runs in the page. Everything is there without it: it filters, unfolds, and puts in the clients that were held back.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector('.filters');
  const unfold = document.querySelector('.unfold');
  const columns = all('.matrix thead tr:first-child th');
  const hiddenByRule = new CSSStyleSheet();
  document.adoptedStyleSheets = [hiddenByRule];

  const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

  /** What a search looks through, told once for each client. */
  const texts = new Map();
  const textOf = (client) => {
    let text = texts.get(client);
    if (text === undefined) {
      const parts = all('h3, .ids, .finding .rule, .message, .settings code, .place', client);
      text = parts
        .map((part) => part.textContent)
        .join('\n')
        .toLowerCase();
      texts.set(client, text);
    }
    return text;
  };

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

  let asked = wanted();
  let shown = { clients: 0, findings: 0 };

  /** Columns and findings are hidden by rules of style, so that those hold too for clients that come later. */
  const hideFindings = ({ isNarrow, hasFinding }) => {
    const selectors = columns.slice(1).flatMap(({ dataset: { level, area } }, index) => {
      if (hasFinding(level, area)) return [];
      const own = `[data-level="${level}"][data-area="${area}"]`;
      return [`.matrix tr > :nth-child(${index + 2})`, `.finding${own}`, `.rules details${own}`];
    });
    hiddenByRule.replaceSync(isNarrow && selectors.length > 0 ? `${selectors.join()} { display: none }` : '');
  };

  const showClients = (clients, rows) => {
    const { isNarrow, hasFinding, pool, text } = asked;
    for (const [index, client] of clients.entries()) {
      const findings = client.dataset.findings.split(' ').filter((finding) => hasFinding(...finding.split('/'))).length;
      const isShown =
        (!isNarrow || findings > 0) &&
        (pool === '*' || pool === client.dataset.pool) &&
        (text === '' || textOf(client).includes(text));
      client.hidden = !isShown;
      if (rows[index]) rows[index].hidden = !isShown;
      if (!isShown) continue;
      shown.clients += 1;
      shown.findings += findings;
    }
    form.querySelector('output').textContent =
      `${plural(shown.clients, 'client')}, ${plural(shown.findings, 'finding')}`;
  };

  const filter = () => {
    asked = wanted();
    shown = { clients: 0, findings: 0 };
    hideFindings(asked);
    showClients(all('.client'), all('.matrix tbody tr'));
  };

  const heldBack = all('script.held-back');
  const putIn = (batches) => {
    for (const held of heldBack.splice(0, batches)) {
      const batch = document.createElement('template');
      batch.innerHTML = held.textContent;
      const rows = all('table.rows > tbody > tr', batch.content);
      const clients = all('.client', batch.content);
      held.remove();
      showClients(clients, rows);
      document.querySelector('.matrix tbody')?.append(...rows);
      document.querySelector('.clients').append(...clients);
    }
  };
  const putInAll = () => putIn(heldBack.length);
  const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 50));
  const putInMore = () => {
    putIn(1);
    if (heldBack.length > 0) whenIdle(putInMore);
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
    if (!document.getElementById(id)) putInAll();
    const target = document.getElementById(id);
    const details = target?.closest('details');
    if (!details) return;
    details.open = true;
    target.scrollIntoView();
  };

  unfold.addEventListener('click', () => {
    putInAll();
    const isOpen = unfold.textContent === 'Unfold all';
    for (const client of all('.client')) client.open = isOpen;
    unfold.textContent = isOpen ? 'Fold all' : 'Unfold all';
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', filter);
  form.querySelector('.reset').addEventListener('click', () => {
    form.reset();
    filter();
  });
  window.addEventListener('hashchange', unfoldTarget);
  window.addEventListener('beforeprint', putInAll);

  for (const control of [form, unfold.parentElement]) control.hidden = false;
  filter();
  unfoldTarget();
  if (heldBack.length > 0) whenIdle(putInMore);
})();
