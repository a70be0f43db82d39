// The two pictures of README.md, taken anew from the pages of today.
//
//   node pictures.mjs MODULES CHROMIUM PAGES IMAGES
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, browserPath, pages, images] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'x.js'));
const { chromium } = require('playwright-core');

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 860, height: 980 }, colorScheme: 'light' });
for (const [name, section, height] of [['stacks', null, 960], ['note', '#claims', 908]]) {
  await page.goto(pathToFileURL(path.resolve(pages, `${name}.html`)).href);
  const y = section ? await page.evaluate((id) => document.querySelector(id).getBoundingClientRect().y, section) : 0;
  await page.screenshot({
    path: path.join(images, `page-${name}.png`),
    fullPage: true,
    clip: { x: 0, y, width: 860, height },
  });
}
await browser.close();
