import { expect, test } from '@jest/globals';
import { isCapability, webhookNatureOf } from '../../src/model/secrets/webhook-url.ts';
import type { SecretNature } from '../../src/model/secrets/secret.ts';

const NATURES: readonly (readonly [url: string, nature: SecretNature])[] = [
  ['https://hooks.slack.com/services/TBAKERY/BOVEN/Poppy-Seed', 'literal'],
  ['https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX', 'placeholder'],
  ['https://hooks.slack.com/services/TXXX/BXXX/abc123def456', 'placeholder'],
  ['https://hooks.slack.com/services/YOUR/SLACK/WEBHOOK', 'placeholder'],
  ['https://hooks.slack.com/services/YOUR_TEAM/boven-2/Poppy-Seed', 'placeholder'],
  ['https://hooks.slack.com/services/change/me/please', 'placeholder'],
  ['https://hooks.slack.com/services/TBAKERY/BOVEN/<token>', 'placeholder'],
  ['https://hooks.slack.com/services/${SLACK_TOKEN}', 'variable'],
  ['https://slack.com/api/chat.postMessage', 'placeholder'],
  ['https://discord.com/api/webhooks/1029384756/Malt-Compass', 'literal'],
  ['https://chat.bakery.internal/hooks/9mfgx7b4ipnj8kqc', 'literal'],
  ['https://chat.bakery.internal/hooks/', 'placeholder'],
  ['https://chat.bakery.internal', 'placeholder'],
  ['https://chat.example.com/hooks/9mfgx7b4ipnj8kqc', 'placeholder'],
  ['https://bakery.webhook.office.com/webhookb2/0f8fad5b-d9cb-469f-a165-70867728950e', 'literal'],
  ['https://flows.azure.bakery.internal/run?sig=Malt-Compass', 'literal'],
  ['https://baker:Malt-Compass@chat.bakery.internal/', 'literal'],
  ['<secret>', 'placeholder'],
  ['{{ slack_url }}', 'template'],
  ['url', 'placeholder'],
  ['', 'empty'],
];

test.each(NATURES)('%s as the URL of a webhook is a %s', (url, nature) => {
  expect(webhookNatureOf(url, undefined)).toBe(nature);
});

test.each([
  'http://alerts-to-matrix.shop.svc:8080/alerts',
  'https://hooks.bakery.internal/prometheus',
  'https://api.telegram.org/',
  'https://hooks.slack.com/',
  'not a URL',
])('%s lets nobody in by itself', url => {
  expect(isCapability(url)).toBe(false);
});

test('an endless URL takes no time', () => {
  expect(isCapability(`https://hooks.slack.com/services/${'a/'.repeat(1e6)}`)).toBe(false);
  expect(webhookNatureOf(`https://chat.internal/${'a/'.repeat(1e6)}`, undefined)).toBe('literal');
});
