// Prints a page of HTML on A4 and says what the ends of the paper cut through: drawings, rows of tables and pieces
// of the note must each be on one sheet, and no heading may stand at the foot of a sheet without what it heads.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const whole = 'svg.plot, tbody tr, .piece';
const headings = 'h2, h3, figcaption, caption';

// Marks are letters of half a pixel, which a PDF keeps with the sheet they are on. What must stay whole has one at
// its beginning and one at its end; a heading has one, and what it heads has another where it begins.
function putMarks([whole, headings]) {
  const seen = (node) => node && node.getClientRects().length > 0;
  const style = 'font:0.5px monospace;white-space:nowrap';
  const letters = (mark) => {
    const span = document.createElement('span');
    span.style.cssText = style;
    span.textContent = `[[${mark}]]`;
    return span;
  };
  const drawn = (svg, y, mark) => {
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.setAttribute('y', y);
    text.setAttribute('style', style);
    text.textContent = `[[${mark}]]`;
    svg.append(text);
  };
  const isDrawing = (node) => node.matches('svg');
  const markBeginning = (node, mark) => {
    if (isDrawing(node)) return drawn(node, '1', mark);
    const first = node.matches('.scroll, table, thead, tbody, tr, ul, ol, details, section, div')
      ? [...node.children].find(seen) : null;
    return first ? markBeginning(first, mark) : node.prepend(letters(mark));
  };
  const markAll = (node, mark) => {
    const parts = node.matches('tr') ? node.cells : [node];
    for (const part of parts) {
      part.prepend(letters(mark));
      part.append(letters(mark));
    }
  };
  const kept = [...document.querySelectorAll(whole)].filter(seen);
  const heads = [...document.querySelectorAll(headings)].filter(seen).map((node) => [
    node, node.matches('caption') ? node.closest('table').tHead : node.nextElementSibling,
  ]).filter(([, next]) => seen(next));
  const textOf = (node) => node.textContent.trim().slice(0, 60);
  const names = { whole: kept.map(textOf), headings: heads.map(([node]) => textOf(node)) };
  kept.forEach((node, i) => {
    if (!isDrawing(node)) return markAll(node, `w${i}`);
    drawn(node, '1', `w${i}`);
    drawn(node, node.getAttribute('height'), `w${i}`);
  });
  heads.forEach(([node, next], i) => {
    node.append(letters(`h${i}`));
    markBeginning(next, `n${i}`);
  });
  return names;
}

async function sheetsOfMarks(bytes, modules) {
  const require = createRequire(path.join(path.resolve(modules), 'x.js'));
  const pdfjs = await import(pathToFileURL(require.resolve('pdfjs-dist/legacy/build/pdf.mjs')).href);
  const pdf = await pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const sheets = new Map();
  for (let number = 1; number <= pdf.numPages; ++number) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const text = content.items.map((item) => item.str).join('').replace(/\s/g, '');
    for (const [, mark] of text.matchAll(/\[\[(\w\d+)\]\]/g))
      sheets.set(mark, [...new Set([...(sheets.get(mark) ?? []), number])]);
  }
  return sheets;
}

export async function cutsOf(page, modules) {
  const names = await page.evaluate(putMarks, [whole, headings]);
  const sheets = await sheetsOfMarks(await page.pdf({ preferCSSPageSize: true }), modules);
  const found = [];
  names.whole.forEach((text, i) => {
    const on = sheets.get(`w${i}`) ?? [];
    if (on.length !== 1) found.push(`"${text}" is on ${on.length === 0 ? 'no sheet' : `sheets ${on.join(' and ')}`}`);
  });
  names.headings.forEach((text, i) => {
    // The head of a table is printed again on each sheet.
    const next = sheets.get(`n${i}`) ?? [];
    if (!(sheets.get(`h${i}`) ?? []).some((sheet) => next.includes(sheet)))
      found.push(`"${text}" is parted from what it heads`);
  });
  return found;
}
