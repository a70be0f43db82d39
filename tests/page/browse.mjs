// Opens pages in headless Chromium at the widths of a phone and a desktop, light, dark and as print, and says
// what a reader would stumble over: console messages, a page that scrolls sideways, labels of a drawing that
// lie on each other, what the ends of the paper cut through, and whatever axe-core finds. With a second folder, keeps a picture of each view there.
//
//   node browse.mjs MODULES CHROMIUM PAGES [PICTURES]
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cutsOf } from './print.mjs';

const [modules, browserPath, folder, pictures] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'x.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const views = [
  { name: 'phone-light', width: 390, height: 844, scheme: 'light', media: 'screen' },
  { name: 'phone-dark', width: 390, height: 844, scheme: 'dark', media: 'screen' },
  { name: 'desktop-light', width: 1280, height: 900, scheme: 'light', media: 'screen' },
  { name: 'desktop-dark', width: 1280, height: 900, scheme: 'dark', media: 'screen' },
  { name: 'print', width: 794, height: 1123, scheme: 'light', media: 'print' },
];

// The boxes of all labels of each drawing that lie on another one, and labels outside the drawing.
function labelsInTheWay() {
  const found = [];
  for (const svg of document.querySelectorAll('svg.plot')) {
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    for (const { text, box } of boxes) {
      if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.bottom > frame.bottom + 2)
        found.push(`outside: "${text}"`);
    }
    for (let i = 0; i < boxes.length; ++i) {
      for (let j = i + 1; j < boxes.length; ++j) {
        const a = boxes[i].box;
        const b = boxes[j].box;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Boxes of a font have room above and below the letters.
        if (wide > 0.5 && high > 3) found.push(`"${boxes[i].text}" on "${boxes[j].text}"`);
      }
    }
  }
  return found;
}

const profile = mkdtempSync(path.join(tmpdir(), 'abstat-page-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: browserPath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
});
const problems = [];
try {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html')).sort()) {
    for (const view of views) {
      const where = `${file} (${view.name})`;
      const page = await context.newPage();
      page.on('console', (message) => problems.push(`${where}: console: ${message.text()}`));
      page.on('pageerror', (error) => problems.push(`${where}: error: ${error.message}`));
      page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) problems.push(`${where}: asks for ${request.url()}`);
      });
      await page.setViewportSize({ width: view.width, height: view.height });
      await page.emulateMedia({ colorScheme: view.scheme, media: view.media });
      await page.goto(pathToFileURL(path.resolve(folder, file)).href);
      const [inner, scroll] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
      if (view.media === 'screen' && scroll > inner) problems.push(`${where}: ${scroll - inner} px wider than the window`);
      for (const label of await page.evaluate(labelsInTheWay)) problems.push(`${where}: label ${label}`);
      if (pictures) {
        await page.screenshot({ path: path.join(pictures, `${file.replace(/\.html$/, '')}-${view.name}.png`), fullPage: true });
      }
      if (view.media === 'screen') {
        // The page's own policy lets no script in; the debugger's door is not part of the page.
        const result = await page.evaluate(`${axe}; axe.run(document)`);
        for (const violation of result.violations) {
          for (const node of violation.nodes.slice(0, 3))
            problems.push(`${where}: axe ${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`);
        }
      }
      if (view.media === 'print') {
        for (const cut of await cutsOf(page, modules)) problems.push(`${where}: ${cut}`);
      }
      await page.close();
    }
  }
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
for (const problem of problems) console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);
