/* The one script of the console: calls of the REST API, pieces of pages renewed when something changes, live logs. */
(() => {
  'use strict';
  const csrf = document.body.dataset.csrf || '';
  const toast = document.getElementById('toast');

  const say = (text, bad) => {
    if (!toast) return;
    toast.textContent = text;
    toast.className = 'toast shown' + (bad ? ' bad' : '');
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { toast.className = 'toast'; }, bad ? 8000 : 3000);
  };

  /* What went wrong before the page was loaded anew. */
  const left = sessionStorage.getItem('wrong');
  if (left) { sessionStorage.removeItem('wrong'); say(left, true); }

  const call = async (method, path, body, type, headers) => {
    const answer = await fetch(path, {
      method,
      headers: Object.assign({ 'X-CSRF-Token': csrf, 'Content-Type': type || 'application/json', 'Accept': 'application/json', 'Accept-Language': document.documentElement.lang }, headers || {}),
      body: body === undefined ? undefined : body,
    });
    const text = await answer.text();
    let tree = {};
    try { tree = text ? JSON.parse(text) : {}; } catch (e) { tree = { detail: text }; }
    if (answer.status === 401) { location.href = '/login'; }
    if (!answer.ok) { throw Object.assign(new Error(tree.detail || answer.statusText), { field: tree.field }); }
    return tree;
  };

  const split = words => { const at = words.indexOf(' '); return [words.slice(0, at), words.slice(at + 1)]; };

  /* Times in the reader's zone. */
  const two = n => String(n).padStart(2, '0');
  const local = at => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  const inZone = (at, zone) => {
    try {
      const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
      const of = Object.fromEntries(parts.formatToParts(at).map(part => [part.type, part.value]));
      return `${of.year}-${of.month}-${of.day} ${of.hour}:${of.minute}:${of.second}`;
    } catch (e) { return local(at); /* A zone that this browser does not know. */ }
  };
  /* The labels of an axis say of a moment what tells them apart. */
  const grains = { day: [5, 16], minute: [11, 16], second: [11, 19] };
  const localize = root => {
    root.querySelectorAll('text[data-at]').forEach(label => { label.textContent = local(new Date(label.dataset.at)).slice(...grains[label.dataset.grain]); });
    root.querySelectorAll('time[datetime]').forEach(time => clock(time));
  };
  const clock = time => {
    const at = new Date(time.dateTime);
    if (!isNaN(at)) { time.textContent = time.dataset.zone ? inZone(at, time.dataset.zone) : local(at); time.title = time.dateTime + (time.dataset.zone ? ', ' + time.dataset.zone : ''); }
  };

  /* Pieces that are renewed. */
  let renewing = false;
  let again = false;
  let last = 0;
  const renew = async () => {
    if (document.hidden || renewing) { again = true; return; }
    const busy = document.activeElement && document.activeElement.closest('[data-live] input, [data-live] select');
    const picked = document.querySelector('[data-live] input[name=pick]:checked');
    if (busy || picked) { return; }
    renewing = true;
    try {
      const answer = await fetch(location.href, { headers: { 'Accept': 'text/html' } });
      if (answer.ok && !answer.redirected) {
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        document.querySelectorAll('[data-live]').forEach(old => {
          const now = fresh.getElementById(old.id);
          if (now) { localize(now); old.replaceChildren(...now.childNodes); }
        });
      }
    } catch (e) { /* The next event tries again. */ }
    renewing = false;
    last = Date.now();
    if (again) { again = false; soon(); }
  };
  let waiting = 0;
  let pace = 2000; /* The more consoles are open, the longer each waits: the node tells each in its turn. */
  const soon = () => {
    if (waiting) return;
    waiting = setTimeout(() => { waiting = 0; renew(); }, Math.max(300, 0.8 * pace - (Date.now() - last)));
  };
  if (document.querySelector('[data-live]')) {
    const events = new EventSource('/api/v1/events?brief=true');
    ['run', 'node', 'job'].forEach(kind => events.addEventListener(kind, event => { pace = JSON.parse(event.data).pace; soon(); }));
    document.addEventListener('visibilitychange', () => { if (!document.hidden) soon(); });
    setInterval(() => { if (!document.hidden && Date.now() - last > Math.max(15000, pace)) soon(); }, 5000);
  }

  const after = (element, tree) => {
    const where = element.dataset.goto;
    if (where === 'run' && tree.task) { location.href = '/runs/' + encodeURIComponent(tree.task); }
    else if (where && where !== 'run') { location.href = where; }
    else { location.reload(); }
  };

  /* Tables of answers. */
  const lines = (into, headings, rows) => {
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    headings.forEach(text => { const th = document.createElement('th'); th.textContent = text; head.append(th); });
    const body = table.createTBody();
    rows.forEach(cells => { const row = body.insertRow(); cells.forEach(text => { row.insertCell().textContent = text; }); });
    into.replaceChildren(table);
  };

  /* What a node would change: removed, unreadable, updated, created. */
  const signs = { remove: '−', fail: '!', update: '~', create: '+' };
  const changes = (node, words) => {
    const all = node.removed + node.created + node.updated + node.failed;
    const named = node.changes.map(one => signs[one.change] + ' ' + one.job).join(', ');
    const more = all - node.changes.length;
    return all ? named + (more ? ' ' + words.more.replace('{0}', more) : '') : words.same;
  };

  document.addEventListener('click', async event => {
    const button = event.target.closest('button');
    if (!button) return;
    const data = button.dataset;
    if (data.cookie) {
      document.cookie = data.cookie + '; Path=/; SameSite=Strict; Max-Age=31536000';
      location.reload();
    } else if ('themeSwitch' in data) {
      const dark = document.documentElement.dataset.theme
        ? document.documentElement.dataset.theme === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      document.documentElement.dataset.theme = dark ? 'light' : 'dark';
      document.cookie = 'baton_theme=' + (dark ? 'light' : 'dark') + '; Path=/; SameSite=Strict; Max-Age=31536000';
    } else if (data.each) {
      const picked = [...button.form.querySelectorAll('input[name=pick]:checked')];
      if (!picked.length || (data.ask && !confirm(data.ask))) return;
      button.disabled = true;
      const [method, path] = split(data.each);
      const wrong = [];
      for (const one of picked) {
        try { await call(method, path.replace('{}', encodeURIComponent(one.value))); one.checked = false; }
        catch (e) { wrong.push(one.value + ': ' + e.message); }
      }
      if (wrong.length) { sessionStorage.setItem('wrong', wrong.join('\n')); }
      location.reload();
    } else if (data.call) {
      if (data.ask && !confirm(data.ask)) return;
      button.disabled = true;
      const into = data.answer === 'reconcile' ? document.querySelector('[data-lines]') : null;
      if (into) { into.textContent = into.dataset.waiting; }
      try {
        const [method, path] = split(data.call);
        const tree = await call(method, path);
        if (into) {
          lines(into, data.headings.split(','), tree.nodes.map(n => n.answered
            ? [n.node, n.removed, n.created, n.updated, n.failed].concat(n.changes ? [changes(n, into.dataset)] : [])
            : [n.node, into.dataset.silent, '', '', '']));
        } else { after(button, tree); return; }
      } catch (e) { say(e.message, true); if (into) { into.replaceChildren(); } }
      button.disabled = false;
    }
  });

  /* Check all of a table. */
  document.querySelectorAll('form[data-bulk]').forEach(form => {
    const head = form.querySelector('thead th');
    if (!head) return;
    const all = document.createElement('input');
    all.type = 'checkbox';
    all.setAttribute('aria-label', form.dataset.all || '*');
    all.addEventListener('change', () => form.querySelectorAll('input[name=pick]').forEach(one => { one.checked = all.checked; }));
    head.replaceChildren(all);
    form.addEventListener('submit', event => event.preventDefault());
  });

  const list = text => text.split(',').map(word => word.trim()).filter(word => word);
  const wrong = (form, text) => { const place = form.querySelector('[data-wrong]'); if (place) { place.textContent = text; } };

  /* What is wrong with a field, by the label that it has here. */
  const labelled = (text, name, input) => {
    const label = input && input.closest && input.closest('.field');
    const words = label && label.firstElementChild.textContent;
    return words && text.startsWith(name + ': ') ? words + (document.documentElement.lang === 'en' ? ': ' : '：') + text.slice(name.length + 2) : text;
  };

  /* Forms that are a JSON body. */
  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.dataset.form) return;
    event.preventDefault();
    const body = {};
    let bad = '';
    [...form.elements].filter(input => input.name).forEach(input => {
      if (input.dataset.type === 'list') { body[input.name] = list(input.value); }
      else if (input.dataset.type === 'json') { if (input.value.trim()) { try { body[input.name] = JSON.parse(input.value); } catch (e) { bad = e.message; } } }
      else if (input.dataset.type === 'int') { if (input.value.trim()) { body[input.name] = Number(input.value); } }
      else { body[input.name] = input.value; }
    });
    wrong(form, bad);
    if (bad) return;
    try {
      const [method, path] = split(form.dataset.form);
      const tree = await call(method, path, JSON.stringify(body));
      if (form.dataset.secret && tree.secret) {
        const shown = document.createElement('p');
        const code = document.createElement('code');
        code.textContent = tree.secret;
        shown.className = 'secret';
        shown.append(form.dataset.secret + ' ', code);
        form.after(shown);
        form.reset();
      } else { after(form, tree); }
    } catch (e) { wrong(form, labelled(e.message, e.field, form.elements[e.field])); }
  });

  /* The form of a job. */
  const job = form => {
    const value = name => form.elements[name].value.trim();
    const body = { name: value('name'), target: value('target') };
    ['title', 'description', 'overlap', 'delivery', 'misfire', 'misfire-threshold', 'timeout'].forEach(name => { if (value(name)) { body[name] = value(name); } });
    if (value('tags')) { body.tags = list(value('tags')); }
    const kind = value('kind');
    body.schedule = kind === 'manual' ? { manual: true } : { [kind]: value(kind) };
    if (kind === 'cron' && value('zone')) { body.schedule.zone = value('zone'); }
    if (kind === 'cron' || kind === 'every') { ['from', 'until'].forEach(name => { if (value(name)) { body.schedule[name] = value(name); } }); }
    body.placement = value('placement') === 'shards' ? { shards: Number(value('shards')) } : value('placement');
    if (value('labels')) { body.labels = Object.fromEntries(list(value('labels')).map(pair => pair.split('=').map(word => word.trim()))); }
    if (value('attempts')) {
      body.retry = { attempts: Number(value('attempts')) };
      ['delay', 'max-delay'].forEach(name => { if (value(name)) { body.retry[name] = value(name); } });
      if (value('factor')) { body.retry.factor = Number(value('factor')); }
    }
    if (value('data')) { body.data = JSON.parse(value('data')); }
    return body;
  };
  document.querySelectorAll('form[data-job]').forEach(form => {
    const preview = form.querySelector('[data-preview]');
    const kinds = () => form.querySelectorAll('[data-kind]').forEach(piece => { piece.hidden = !piece.dataset.kind.split(' ').includes(form.elements.kind.value); });
    const field = name => form.elements[String(name || '').replace(/^.*?\]\./, '').replace(/^schedule\./, '').replace(/^retry\./, '').split('.')[0]];
    const mark = (text, name) => {
      form.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
      const input = field(name);
      if (text && input && input.setAttribute) { input.setAttribute('aria-invalid', 'true'); }
      wrong(form, labelled(text, name, input));
    };
    const check = async () => {
      if (!form.elements.name.value.trim() || !form.elements.target.value.trim()) { mark(''); return; }
      try {
        const tree = await call('POST', '/api/v1/jobs:apply?dryRun=true', JSON.stringify({ jobs: [job(form)] }));
        const line = tree.jobs[0];
        const why = line.result === 'refused' ? line.why.replace(/^jobs\[0\]\./, '') : '';
        mark(why, why.split(':')[0]);
      } catch (e) { mark(e.message, e.field || (e instanceof SyntaxError ? 'data' : '')); }
    };
    const times = async () => {
      const cron = form.elements.cron.value.trim();
      if (form.elements.kind.value !== 'cron' || !cron) { preview.replaceChildren(); return; }
      const zone = form.elements.zone.value.trim();
      try {
        const tree = await call('GET', '/api/v1/schedule/preview?count=10&lang=' + preview.lang + '&cron=' + encodeURIComponent(cron) + (zone ? '&zone=' + encodeURIComponent(zone) : ''));
        const ol = document.createElement('ol');
        ol.className = 'times';
        tree.times.forEach(at => { const li = document.createElement('li'); const time = document.createElement('time'); time.dateTime = at; time.dataset.zone = tree.zone; li.append(time); ol.append(li); });
        localize(ol);
        const words = document.createElement('p');
        words.className = 'in-words';
        words.textContent = tree.words === tree.cron ? '' : tree.words;
        const where = document.createElement('small');
        where.className = 'below';
        where.textContent = tree.zone;
        preview.replaceChildren(words, where, ol);
      } catch (e) { const p = document.createElement('p'); p.className = 'wrong'; p.textContent = e.message; preview.replaceChildren(p); }
    };
    let timer = 0;
    form.addEventListener('input', () => { kinds(); clearTimeout(timer); timer = setTimeout(() => { check(); times(); }, 400); });
    form.addEventListener('submit', async event => {
      event.preventDefault();
      try {
        const body = job(form);
        const path = '/api/v1/jobs' + (form.dataset.create ? '' : '/' + encodeURIComponent(body.name));
        const tree = await call(form.dataset.create ? 'POST' : 'PUT', path, JSON.stringify(body), 'application/json',
          form.dataset.version ? { 'If-Match': '"' + form.dataset.version + '"' } : {});
        location.href = '/jobs/' + encodeURIComponent(tree.name);
      } catch (e) { mark(e.message, e.field || (e instanceof SyntaxError ? 'data' : '')); }
    });
    kinds();
    times();
  });

  /* A job file. */
  document.querySelectorAll('form[data-import]').forEach(form => {
    const apply = async dry => {
      wrong(form, '');
      try {
        const tree = await call('POST', '/api/v1/jobs:apply?dryRun=' + dry, form.elements.file.value, 'application/yaml');
        lines(form.querySelector('[data-lines]'), form.dataset.headings.split(','),
          tree.jobs.map(line => [form.dataset[line.result] || line.result, line.name, line.why]));
      } catch (e) { wrong(form, e.message); }
    };
    form.addEventListener('submit', event => { event.preventDefault(); apply(false); });
    form.querySelector('[data-dry]').addEventListener('click', () => apply(true));
    const take = async files => {
      wrong(form, files.length > 1 ? form.dataset.several : '');
      if (files.length !== 1) return;
      const [file] = files;
      if (file.size > Number(form.dataset.largest)) { wrong(form, form.dataset.tooLarge); return; }
      try {
        form.elements.file.value = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
        form.querySelector('[data-taken]').textContent = file.name;
        form.querySelector('[data-lines]').replaceChildren();
      } catch (e) { wrong(form, form.dataset.noText); }
    };
    const choice = form.querySelector('[data-file]');
    choice.addEventListener('change', () => { take([...choice.files]); choice.value = ''; /* The same again is a change too. */ });
    /* Beside the form too: else the browser would leave the page for the file. */
    ['dragover', 'dragleave', 'drop'].forEach(kind => document.addEventListener(kind, event => {
      if (!event.dataTransfer || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      form.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop') { take([...event.dataTransfer.files]); }
    }));
  });

  /* The log of a run, live. */
  document.querySelectorAll('[data-log]').forEach(log => {
    const most = 5000;
    let attempt = 0;
    let number = 0;
    let words = '';
    const note = text => { const p = document.createElement('p'); p.className = 'note'; p.textContent = text; log.append(p); };
    const shows = line => !words || line.textContent.toLowerCase().includes(words);
    note(log.dataset.empty);
    const stream = new EventSource(log.dataset.log);
    stream.addEventListener('line', event => {
      const said = JSON.parse(event.data);
      if (!attempt) { log.replaceChildren(); }
      const below = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
      if (said.attempt !== attempt) { if (said.attempt > 1 || attempt) { note(log.dataset.attempt + ' ' + said.attempt); } attempt = said.attempt; number = 0; }
      if (said.number > number + 1) { note(log.dataset.gap.replace('{0}', said.number - number - 1)); }
      number = said.number;
      const line = document.createElement('div');
      line.className = 'line ' + said.level.toLowerCase();
      const time = document.createElement('time');
      time.dateTime = said.at;
      time.textContent = local(new Date(said.at)).slice(11) + '.' + said.at.slice(20, 23);
      const level = document.createElement('span');
      level.textContent = said.level;
      const text = document.createElement('code');
      text.textContent = said.text;
      line.append(time, level, text);
      line.hidden = !shows(line);
      log.append(line);
      while (log.childElementCount > most) { log.firstElementChild.remove(); }
      if (below) { log.scrollTop = log.scrollHeight; }
    });
    stream.addEventListener('end', () => stream.close());
    const search = document.querySelector('[data-log-search]');
    search.addEventListener('input', () => {
      words = search.value.trim().toLowerCase();
      log.querySelectorAll('.line').forEach(line => { line.hidden = !shows(line); });
    });
  });

  const here = document.querySelector('nav [aria-current]');
  if (here) { here.scrollIntoView({ block: 'nearest', inline: 'center' }); }
  const skip = document.querySelector('[data-skip]');
  if (skip) { skip.addEventListener('click', event => { event.preventDefault(); document.getElementById('main').focus(); }); }
  localize(document);
})();
