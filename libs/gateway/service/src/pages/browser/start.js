import { all, byId } from './elements.js';
import { startFigures } from './figures.js';
import { demonstrationToken, startTokens } from './token.js';
import { startTryOut } from './try-out.js';

const operations = () => all('details.operation');

const openTarget = () => {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  if (target === null || target.tagName !== 'DETAILS') return;
  target.open = true;
  target.scrollIntoView();
};

const startFolding = () => {
  byId('deplier').hidden = false;
  for (const button of all('[data-unfold]'))
    button.addEventListener('click', () => {
      for (const operation of operations()) operation.open = button.dataset.unfold === 'true';
    });
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = operations().filter(({ open }) => !open);
    for (const operation of closed) operation.open = true;
  });
  addEventListener('afterprint', () => {
    for (const operation of closed) operation.open = false;
  });
  addEventListener('hashchange', openTarget);
  openTarget();
};

// the commands can be copied as they stand
const sayAddress = () => {
  for (const code of all('#premiers-pas pre code'))
    code.textContent = code.textContent.replaceAll('$ADRESSE', location.origin);
};

const start = async () => {
  sayAddress();
  startFolding();
  startTryOut();
  const { status } = await demonstrationToken('supervisor', '').catch(() => ({ status: 0 }));
  startTokens(status !== 404);
  if (status !== 404) startFigures();
};

void start();
