import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Tab } from './browser.ts';

/** How a page is looked at. */
export interface View {
  /** In CSS pixels. */
  readonly width: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly hasScript?: boolean;
}

/** A report in a browser. */
export interface Page {
  readonly tab: Tab;
  /** What an expression of JavaScript gives in the page. */
  value(expression: string): Promise<unknown>;
  /** Presses and lets go of a key, as `KeyboardEvent.key` calls it. */
  press(key: string): Promise<void>;
  /** Types a text where the focus is. */
  type(text: string): Promise<void>;
  /** What went wrong so far: errors, violations of the policy, and each address that was asked for. */
  complaints(): readonly string[];
}

const KEY_CODES: Readonly<Record<string, number>> = { Tab: 9, Enter: 13, ' ': 32, '/': 191, ArrowDown: 40, Escape: 27 };

/** Opens a page that is given as text, from a file, as a reader would. */
export async function opened(browser: Browser, html: string, view: View): Promise<Page> {
  const { width, height = 800, scheme = 'light', hasScript = true } = view;
  const tab = await browser.tab();
  for (const domain of ['Page', 'Runtime', 'Log', 'Network', 'Accessibility', 'Audits'])
    await tab.call(`${domain}.enable`);
  const isPhone = width < 500;
  await tab.call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: isPhone });
  await tab.call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  if (!hasScript) await tab.call('Emulation.setScriptExecutionDisabled', { value: true });
  const folder = mkdtempSync(join(tmpdir(), 'promsec-page-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const loaded = tab.next('Page.loadEventFired');
  await tab.call('Page.navigate', { url });
  await loaded;
  rmSync(folder, { recursive: true });
  return { tab, ...actionsOf(tab), complaints: () => complaintsIn(tab, url) };
}

/** What an expression of JavaScript gives in a tab, where it is a promise what that gives. Rejects with what it throws. */
export async function valueIn(tab: Tab, expression: string): Promise<unknown> {
  const settings = { expression, returnByValue: true, awaitPromise: true };
  const { result, exceptionDetails } = await tab.call('Runtime.evaluate', settings);
  if (exceptionDetails !== undefined) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
  return fieldOf(result, 'value');
}

function actionsOf(tab: Tab): Pick<Page, 'value' | 'press' | 'type'> {
  return {
    value: expression => valueIn(tab, expression),
    async press(key) {
      const code = KEY_CODES[key] ?? 0;
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
      const event = { key, windowsVirtualKeyCode: code, code: key === ' ' ? 'Space' : key };
      await tab.call('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...(text === undefined ? {} : { text }) });
      await tab.call('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
    async type(text) {
      await tab.call('Input.insertText', { text });
    },
  };
}

function complaintsIn({ events }: Tab, url: string): readonly string[] {
  return events.flatMap(({ method, params }) => {
    if (method === 'Network.requestWillBeSent') {
      const asked = fieldOf(params['request'], 'url');
      return asked === url || asked === 'about:blank' ? [] : [`asked for ${String(asked)}`];
    }
    const isComplaint = ['Runtime.exceptionThrown', 'Log.entryAdded', 'Runtime.consoleAPICalled', 'Audits.issueAdded'];
    return isComplaint.includes(method) ? [`${method}: ${JSON.stringify(params)}`] : [];
  });
}

/** A field of something that may have it. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
