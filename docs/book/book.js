// What a page of the book can do beyond being read. Without this file every page is complete.
(() => {
  const root = document.documentElement;
  const base = new URL('.', document.currentScript.src);
  root.classList.add('scripted');

  // A browser may refuse to keep anything for a page that was opened as a file.
  const kept = {
    get scheme() { try { return localStorage.getItem('scheme'); } catch { return null; } },
    set scheme(value) { try { localStorage.setItem('scheme', value); } catch { /* for this page only, then */ } },
  };
  if (kept.scheme) root.dataset.scheme = kept.scheme;

  function switchScheme() {
    const dark = root.dataset.scheme ? root.dataset.scheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    kept.scheme = root.dataset.scheme = dark ? 'light' : 'dark';
  }

  // Folds

  const folds = () => [...document.querySelectorAll('details.fold')];

  function openAll(open) { folds().forEach(fold => { fold.open = open; }); }

  function toggleAll() { openAll(folds().some(fold => !fold.open)); }

  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    target.querySelectorAll(':scope > details.fold').forEach(fold => { fold.open = true; });
    target.scrollIntoView();
  }

  function openForPaper() {
    let closed = [];
    addEventListener('beforeprint', () => { closed = folds().filter(fold => !fold.open); openAll(true); });
    addEventListener('afterprint', () => closed.forEach(fold => { fold.open = false; }));
  }

  // Search: every word must occur; a word in a title counts more than one in the text.

  let index;

  function load() {
    index ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL('search-index.js', base);
      script.onload = () => resolve(window.bookIndex.map(([place, page, section, text]) =>
        ({ place, page, section, text, low: text.toLowerCase(), title: `${page} ${section}`.toLowerCase() })));
      script.onerror = reject;
      document.head.append(script);
    });
    return index;
  }

  function points(text, word) {
    const at = text.indexOf(word);
    return at < 0 ? 0 : at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1]) ? 2 : 1;
  }

  function rank(entry, words) {
    let sum = 0;
    for (const word of words) {
      const found = 5 * points(entry.title, word) + points(entry.low, word);
      if (found === 0) return 0;
      sum += found;
    }
    return sum;
  }

  function excerpt(entry, words) {
    const at = Math.max(0, Math.min(...words.map(word => entry.low.indexOf(word)).filter(found => found >= 0), entry.text.length) - 50);
    const start = at === 0 || at >= entry.text.length ? 0 : entry.text.indexOf(' ', at) + 1;
    const piece = entry.text.slice(start, start + 170);
    const line = document.createElement('p');
    let rest = (start > 0 ? '… ' : '') + piece + (start + 170 < entry.text.length ? ' …' : '');
    while (rest) {
      const low = rest.toLowerCase();
      const next = words.map(word => [low.indexOf(word), word.length]).filter(([found]) => found >= 0).sort((a, b) => a[0] - b[0])[0];
      if (!next) break;
      const mark = document.createElement('mark');
      mark.textContent = rest.slice(next[0], next[0] + next[1]);
      line.append(rest.slice(0, next[0]), mark);
      rest = rest.slice(next[0] + next[1]);
    }
    line.append(rest);
    return line;
  }

  async function search(text) {
    const results = document.getElementById('page-results');
    const words = text.toLowerCase().split(/\s+/).filter(word => word);
    results.hidden = words.length === 0;
    if (words.length === 0) return;
    const found = (await load()).map(entry => [rank(entry, words), entry]).filter(([sum]) => sum > 0)
      .sort((a, b) => b[0] - a[0]).map(([, entry]) => entry);
    const count = document.createElement('p');
    count.setAttribute('role', 'status');
    count.textContent = found.length === 0 ? `Nothing is found for ${text}.` : `${found.length} ${found.length === 1 ? 'place' : 'places'}`;
    const list = document.createElement('ol');
    for (const entry of found.slice(0, 30)) {
      const link = document.createElement('a');
      link.href = new URL(entry.place, base);
      link.textContent = entry.section ? `${entry.page}: ${entry.section}` : entry.page;
      const item = document.createElement('li');
      item.append(link, excerpt(entry, words));
      list.append(item);
    }
    results.replaceChildren(count, list);
  }

  // Listings

  function addCopyButtons() {
    for (const listing of document.querySelectorAll('.listingblock')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = 'Copy';
      button.addEventListener('click', async () => {
        await copy(listing.querySelector('pre').innerText);
        button.textContent = 'Copied';
        setTimeout(() => { button.textContent = 'Copy'; }, 1500);
      });
      listing.prepend(button);
    }
  }

  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }

  // Keys

  function follow(selector) { document.querySelector(selector)?.click(); }

  const keys = {
    '/': () => document.getElementById('page-search').focus(),
    n: () => follow('.around [rel=next]'),
    p: () => follow('.around [rel=prev]'),
    o: toggleAll,
    c: () => follow('.bar .home'),
    d: switchScheme,
    '?': () => { const help = document.getElementById('page-keys'); help.open = true; help.scrollIntoView(); },
  };

  function onKey(event) {
    const field = document.getElementById('page-search');
    if (event.key === 'Escape' && (event.target === field || field.value)) {
      field.value = '';
      field.blur();
      search('');
    } else if (keys[event.key] && !event.target.closest('input, textarea') && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      keys[event.key]();
    }
  }

  addEventListener('DOMContentLoaded', () => {
    const field = document.getElementById('page-search');
    field.addEventListener('focus', load, { once: true });
    field.addEventListener('input', () => search(field.value));
    field.form.addEventListener('submit', event => { event.preventDefault(); search(field.value); });
    document.getElementById('page-scheme').addEventListener('click', switchScheme);
    document.getElementById('page-folds')?.addEventListener('click', toggleAll);
    addEventListener('keydown', onKey);
    addEventListener('hashchange', openTarget);
    addCopyButtons();
    openForPaper();
    openTarget();
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) {
      field.value = asked;
      search(asked);
    }
  });
})();
