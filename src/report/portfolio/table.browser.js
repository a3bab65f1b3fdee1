// Draws, sorts and filters the table of companies. All text goes in as text, never as markup.
(() => {
  const { rows, words } = JSON.parse(document.getElementById('data').textContent);
  const form = document.querySelector('.filters');
  const pager = document.querySelector('.pager');
  const body = document.querySelector('#companies tbody');
  const heads = [...document.querySelectorAll('#companies thead th')];
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const state = { sort: 'rank', down: false, page: 0, topic: '', open: new Set() };

  for (const row of rows) {
    row.haystack = [
      row.name,
      row.place,
      row.next,
      ...row.titles,
      ...row.gaps,
      ...row.missing,
      ...row.questions,
      ...row.findings.map(([, text]) => text),
    ]
      .join('\n')
      .toLowerCase();
  }

  // a company without a next step has no numbers to sort by: it comes last either way
  const ORDER = ['met', 'waived', 'manual', 'unknown', 'unmet', 'na', ''];
  const KEYS = {
    verdict: (row) => ORDER.indexOf(row.verdict),
    met: (row) => (row.computable === 0 ? 0 : row.met / row.computable),
    findings: (row) => row.findings.length,
  };
  const NEEDS_NEXT = new Set(['next', 'verdict', 'met', 'unmet', 'unknown', 'manual']);
  const compare = (a, b) => {
    if (NEEDS_NEXT.has(state.sort) && (a.verdict === '') !== (b.verdict === ''))
      return a.verdict === '' ? 1 : -1;
    const key = KEYS[state.sort] ?? ((row) => row[state.sort]);
    const [x, y] = [key(a), key(b)];
    const order = typeof x === 'number' ? x - y : collator.compare(x, y);
    return (state.down ? -order : order) || a.rank - b.rank;
  };

  const value = (name) => form.elements.namedItem(name).value;
  const found = () => {
    const wanted = value('text').toLowerCase().split(/\s+/).filter(Boolean);
    const [next, progress, province] = [value('next'), value('progress'), value('province')];
    return rows.filter(
      (row) =>
        (next === '' || row.next === next) &&
        (progress === '' || row.progress === progress) &&
        (province === '' || row.province === province) &&
        (state.topic === '' || row.topics.includes(state.topic)) &&
        wanted.every((word) => row.haystack.includes(word)),
    );
  };

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, text] of Object.entries(attributes)) made.setAttribute(key, text);
    made.append(...children);
    return made;
  };
  const lines = (texts) => texts.map((text) => element('div', {}, text));
  const badge = (kind, text) => element('span', { class: `badge ${kind}` }, text);
  const number = (label, text) => element('td', { class: 'num', 'data-label': label }, String(text));

  const details = (row) => {
    const list = element('dl', {});
    const add = (label, parts) => {
      if (parts.length > 0) list.append(element('dt', {}, label), element('dd', {}, ...parts));
    };
    add('称号', lines(row.titles));
    add('差距', lines(row.gaps));
    add('缺的资料', row.missing.length > 0 ? [row.missing.join('、')] : []);
    add('先问', lines(row.questions));
    add(
      '注意',
      row.findings.map(([severity, text]) =>
        element('div', {}, badge(severity, words.severities[severity]), ` ${text}`),
      ),
    );
    add(
      '全部项目',
      row.all.map(([name, verdict, tally]) =>
        element('div', {}, badge(verdict, words.verdicts[verdict]), ` ${name}（可计算条件${tally}）`),
      ),
    );
    add('名单里', [`第${row.row}行`]);
    return element(
      'tr',
      { class: 'more', id: `more-${row.rank}` },
      element('td', { colspan: String(heads.length) }, list),
    );
  };

  const line = (row) => {
    const none = row.verdict === '';
    const shown = state.open.has(row.rank);
    const toggle = element(
      'button',
      { type: 'button', 'aria-expanded': String(shown), 'aria-controls': `more-${row.rank}` },
      row.name,
    );
    const tr = element(
      'tr',
      {},
      number('名次', row.rank),
      element('th', { scope: 'row' }, toggle, element('div', { class: 'soft small' }, row.place)),
      element('td', { 'data-label': '已持有' }, row.heldName),
      element('td', { 'data-label': '下一步' }, none ? '没有下一级' : row.next),
      element('td', {}, badge(none ? 'na' : row.verdict, none ? '—' : words.verdicts[row.verdict])),
      number('可计算符合', none ? '—' : `${row.met}/${row.computable}`),
      number('不符合', none ? '—' : row.unmet),
      number('缺资料', none ? '—' : row.unknown),
      number('待核实', none ? '—' : row.manual),
      element('td', { class: 'point' }, row.point),
      number('注意', row.findings.length),
    );
    toggle.addEventListener('click', () => {
      const open = !state.open.has(row.rank);
      toggle.setAttribute('aria-expanded', String(open));
      if (open) {
        state.open.add(row.rank);
        tr.after(details(row));
      } else {
        state.open.delete(row.rank);
        document.getElementById(`more-${row.rank}`)?.remove();
      }
    });
    return shown ? [tr, details(row)] : [tr];
  };

  const draw = () => {
    const list = found().sort(compare);
    const size = Number(pager.querySelector('select').value);
    const pages = Math.max(1, Math.ceil(list.length / size));
    state.page = Math.min(state.page, pages - 1);
    const part = list.slice(state.page * size, (state.page + 1) * size);
    const none = element(
      'tr',
      {},
      element('td', { class: 'empty', colspan: String(heads.length) }, '没有符合条件的企业'),
    );
    body.replaceChildren(...(part.length === 0 ? [none] : part.flatMap(line)));
    form.elements.namedItem('found').value =
      `${list.length}家${list.length === rows.length ? '' : `，共${rows.length}家`}`;
    pager.querySelector('.pages').textContent = `第${state.page + 1}页，共${pages}页`;
    pager.querySelector('[data-page="previous"]').disabled = state.page === 0;
    pager.querySelector('[data-page="next"]').disabled = state.page === pages - 1;
    for (const head of heads) {
      const current = head.querySelector('button').dataset.sort === state.sort;
      head.setAttribute('aria-sort', current ? (state.down ? 'descending' : 'ascending') : 'none');
    }
    for (const button of document.querySelectorAll('[data-progress]'))
      button.setAttribute('aria-pressed', String(button.dataset.progress === value('progress')));
    for (const button of document.querySelectorAll('[data-topic]'))
      button.setAttribute('aria-pressed', String(button.dataset.topic === state.topic));
  };
  const restart = () => {
    state.page = 0;
    draw();
  };

  for (const head of heads) {
    head.querySelector('button').addEventListener('click', ({ currentTarget }) => {
      const { sort } = currentTarget.dataset;
      state.down = state.sort === sort ? !state.down : false;
      state.sort = sort;
      restart();
    });
  }
  form.addEventListener('input', restart);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    state.topic = '';
    setTimeout(restart);
  });
  for (const button of document.querySelectorAll('[data-progress]')) {
    button.addEventListener('click', () => {
      const select = form.elements.namedItem('progress');
      const wanted = button.dataset.progress;
      const known = [...select.options].some((option) => option.value === wanted);
      select.value = select.value === wanted || !known ? '' : wanted;
      restart();
    });
  }
  for (const button of document.querySelectorAll('[data-topic]')) {
    button.addEventListener('click', () => {
      state.topic = state.topic === button.dataset.topic ? '' : button.dataset.topic;
      restart();
    });
  }
  for (const button of pager.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      state.page += button.dataset.page === 'next' ? 1 : -1;
      draw();
      document.getElementById('companies').scrollIntoView();
    });
  }
  pager.querySelector('select').addEventListener('change', restart);
  form.hidden = false;
  pager.hidden = false;
  draw();
})();
