// Runs in the page. Everything is there without it: it filters, unfolds, and puts in the clients that were held back.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector('.filters');
  const status = form.querySelector('output');
  const columns = all('.matrix thead tr:first-child th');
  const hidden = new CSSStyleSheet();
  document.adoptedStyleSheets = [hidden];

  /** What a search looks through, told once for each client. */
  const texts = new Map();
  const textOf = (client) => {
    let text = texts.get(client);
    if (text === undefined) {
      const parts = all('summary h3, summary .ids, .finding .rule, .message, .settings code, .place', client);
      text = parts
        .map((part) => part.textContent)
        .join('\n')
        .toLowerCase();
      texts.set(client, text);
    }
    return text;
  };

  const wanted = () => {
    const data = new FormData(form);
    const levels = new Set(data.getAll('level'));
    const area = data.get('area');
    const isSeen = (level, own) => levels.has(level) && (area === '' || area === own);
    const isNarrow = levels.size < 3 || area !== '';
    return { isSeen, isNarrow, pool: data.get('pool'), text: data.get('text').trim().toLowerCase() };
  };

  const filter = () => {
    const { isSeen, isNarrow, pool, text } = wanted();
    let clients = 0;
    let findings = 0;
    const rows = new Map(all('.matrix tbody tr').map((row) => [row.dataset.client, row]));
    for (const client of all('.client')) {
      const own = client.dataset.findings === '' ? [] : client.dataset.findings.split(' ');
      const seen = own.filter((finding) => isSeen(...finding.split('/'))).length;
      const isShown =
        (!isNarrow || seen > 0) &&
        (pool === '*' || pool === client.dataset.pool) &&
        (text === '' || textOf(client).includes(text));
      client.hidden = !isShown;
      const row = rows.get(client.id);
      if (row) row.hidden = !isShown;
      if (isShown) clients += 1;
      if (isShown) findings += seen;
    }
    hidden.replaceSync(hiddenRules(isSeen, isNarrow));
    status.textContent = `${clients} ${clients === 1 ? 'client' : 'clients'}, ${findings} ${findings === 1 ? 'finding' : 'findings'}`;
  };

  /** Columns and findings are hidden by rules, so that those hold for clients too that come later. */
  const hiddenRules = (isSeen, isNarrow) => {
    if (!isNarrow) return '';
    const selectors = [];
    for (const [index, { dataset }] of columns.entries()) {
      if (index === 0 || isSeen(dataset.level, dataset.area)) continue;
      selectors.push(`.matrix tr > :nth-child(${index + 1})`);
      selectors.push(`.finding[data-level="${dataset.level}"][data-area="${dataset.area}"]`);
      selectors.push(`.rules details[data-level="${dataset.level}"][data-area="${dataset.area}"]`);
    }
    return selectors.length > 0 ? `${selectors.join()} { display: none }` : '';
  };

  const heldBack = all('script[data-into]');
  const putIn = (count) => {
    for (const held of heldBack.splice(0, count)) {
      document.querySelector(held.dataset.into).insertAdjacentHTML('beforeend', held.textContent);
      held.remove();
    }
    filter();
  };
  const putInAll = () => heldBack.length > 0 && putIn(heldBack.length);
  const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 50));
  const putInMore = () => {
    putIn(2);
    if (heldBack.length > 0) whenIdle(putInMore);
  };

  /** A link to a client, or to a finding in it, unfolds it. */
  const unfoldTarget = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id !== '' && !document.getElementById(id)) putInAll();
    const target = id === '' ? null : document.getElementById(id);
    const details = target?.closest('details');
    if (!details) return;
    details.open = true;
    target.scrollIntoView();
  };

  const unfold = document.querySelector('.unfold');
  unfold.addEventListener('click', () => {
    putInAll();
    const isOpen = unfold.textContent === 'Unfold all';
    for (const client of all('.client')) client.open = isOpen;
    unfold.textContent = isOpen ? 'Fold all' : 'Unfold all';
  });

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', filter);
  form.addEventListener('reset', () => setTimeout(filter));
  window.addEventListener('hashchange', unfoldTarget);
  window.addEventListener('beforeprint', putInAll);
  for (const control of [form, unfold.parentElement]) control.hidden = false;
  filter();
  unfoldTarget();
  if (heldBack.length > 0) whenIdle(putInMore);
})();
