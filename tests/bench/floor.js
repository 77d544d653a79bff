// The floor of a cold build: start node, start the browser, print the same HTML once. Nothing of ours runs here.
import puppeteer from 'puppeteer';

const [executablePath, environment, html] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  args: ['--font-render-hinting=none', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  env: { ...process.env, ...JSON.parse(environment) },
});
const page = await browser.newPage();
await page.goto(`file://${html}`);
const { length } = await page.pdf({
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
});
await browser.close();
process.stdout.write(String(length));
