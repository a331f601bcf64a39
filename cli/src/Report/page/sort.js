'use strict';
// Sorts a table by the column whose heading is chosen; the page reads well without it.
for (const heading of document.querySelectorAll('table.sortable thead th')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...heading.childNodes);
  heading.append(button);
  button.addEventListener('click', () => {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    const body = heading.closest('table').tBodies[0];
    const key = (row) => row.cells[heading.cellIndex].dataset.value ?? row.cells[heading.cellIndex].textContent.trim();
    const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), 'en', { numeric: true }));
    for (const other of heading.parentNode.cells) {
      other.removeAttribute('aria-sort');
    }
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    body.append(...(descending ? rows.reverse() : rows));
  });
}
// Shows only the rows that contain all the words.
for (const search of document.querySelectorAll('.search')) {
  const rows = [...search.nextElementSibling.querySelectorAll('tbody tr')];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  search.hidden = false;
  search.addEventListener('input', (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/);
    rows.forEach((row, number) => { row.hidden = !words.every((word) => texts[number].includes(word)); });
    search.querySelector('span').textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
  });
}
