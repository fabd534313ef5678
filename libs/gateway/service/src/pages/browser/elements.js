/** An element; what it holds goes in as text or as nodes, never as markup. */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export const byId = (id) => document.getElementById(id);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const line = (cells) => make('tr', {}, ...cells);

/** A table under a caption, in a box that scrolls where the screen is narrow. */
export const table = (caption, columns, rows) =>
  make(
    'div',
    { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': caption },
    make(
      'table',
      { class: 'figures' },
      make('caption', {}, caption),
      make('thead', {}, line(columns.map((column) => make('th', { scope: 'col' }, column)))),
      make(
        'tbody',
        {},
        ...rows.map(([head, ...cells]) =>
          line([make('th', { scope: 'row' }, head), ...cells.map((cell) => make('td', {}, cell))]),
        ),
      ),
    ),
  );
