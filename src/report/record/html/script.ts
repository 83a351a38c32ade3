/** The page's own script: filters, sorts, opens what a link leads to and everything that is printed. It reads the page alone. */
export const script = `
(() => {
'use strict';
const all = (query, from = document) => [...from.querySelectorAll(query)];
const form = document.querySelector('form');
const owners = all('.owner').map((element, place) => ({ element, place, items: all('.item', element).map((item, at) => ({ item, at, text: undefined })) }));
const list = document.getElementById('owners');
const shown = document.getElementById('shown');
const rank = { error: 0, warning: 1, info: 2, '': 3 };
const textOf = (entry, owner) => entry.text ??= (owner.element.dataset.name + ' ' + entry.item.textContent).toLowerCase();
function filter() {
  const { base, notice, severity, verdict, text } = form.elements;
  const wanted = text.value.trim().toLowerCase();
  const active = Boolean(notice.value || severity.value || verdict.value || wanted || base.value);
  let count = 0;
  for (const owner of owners) {
    let own = 0;
    const out = (base.value && owner.element.id !== base.value) || (notice.value && owner.element.dataset.notice !== notice.value);
    for (const entry of owner.items) {
      const { dataset } = entry.item;
      const outcome = dataset.verdict ?? entry.item.parentElement.dataset.verdict;
      const hide = out || (severity.value && dataset.severity !== severity.value) ||
        (verdict.value && outcome !== verdict.value) || (wanted && !textOf(entry, owner).includes(wanted));
      entry.item.hidden = Boolean(hide);
      if (!hide) own += 1;
    }
    for (const group of all('.group', owner.element)) group.hidden = active && !group.querySelector('.item:not([hidden])');
    owner.element.hidden = active && own === 0;
    count += own;
  }
  for (const owner of owners) if (active && !owner.element.hidden && (base.value || count <= 200)) {
    owner.element.open = true;
    if (verdict.value || wanted) for (const more of all('details.group:not([hidden])', owner.element)) more.open = true;
  }
  shown.textContent = shown.dataset.words.replace('{n}', count);
}
function order() {
  const by = form.elements.sort.value;
  const worst = (owner) => Number(owner.element.dataset.problems);
  list.append(...[...owners].sort((a, b) => (by === 'problems' ? worst(b) - worst(a) : 0) || a.place - b.place).map(({ element }) => element));
  for (const { element, items } of owners) {
    const cards = items.filter(({ item }) => item.classList.contains('finding'));
    const key = { severity: ({ item }) => rank[item.dataset.severity], rule: ({ item }) => item.dataset.rule }[by];
    const compare = (a, b) => (key ? (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) : 0) || a.at - b.at;
    const place = element.querySelector('.items');
    if (place) place.append(...cards.sort(compare).map(({ item }) => item));
  }
}
if (form) {
  form.hidden = false;
  let timer;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.elements.text.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(filter, 120); });
  form.addEventListener('change', (event) => (event.target.name === 'sort' ? order() : filter()));
  form.addEventListener('reset', () => setTimeout(() => { order(); filter(); for (const { element } of owners) element.open = owners.length === 1; }));
  filter();
}
for (const button of all('th button')) {
  button.addEventListener('click', () => {
    const head = button.closest('th');
    const body = head.closest('table').tBodies[0];
    const descending = head.getAttribute('aria-sort') ? head.getAttribute('aria-sort') === 'ascending' : head.classList.contains('n');
    for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const at = head.cellIndex;
    const value = (row) => row.cells[at].dataset.value ?? row.cells[at].textContent;
    const numeric = head.classList.contains('n');
    const sign = descending ? -1 : 1;
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    body.append(...[...body.rows].sort((a, b) => sign * (numeric ? value(a) - value(b) : collator.compare(value(a), value(b)))));
  });
}
function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) { if (at.tagName === 'DETAILS') at.open = true; at.hidden = false; }
  target.scrollIntoView();
}
addEventListener('hashchange', reveal);
reveal();
let closed = [];
addEventListener('beforeprint', () => { closed = all('details:not([open])'); for (const each of closed) each.open = true; });
addEventListener('afterprint', () => { for (const each of closed) each.open = false; });
})();
`.trim();
