import { expect, test } from '@jest/globals';
import { findingsIn, RULES_FOR_PARTS } from '../linted.ts';
import { wantedIn } from '../marks.ts';
import {
  ALERTMANAGER_PLACES,
  alertmanagerWith,
  NOTIFICATION_IDENTIFIERS,
  NOTIFICATION_SECRET_FACTS,
  type NotificationSecretFact,
} from './alertmanager.ts';
import { testEveryFault } from './every-fault.ts';
import { SECRET } from './fault.ts';
import { Marked, yamlOf, type Fields, type Value } from './yaml.ts';

testEveryFault('alertmanager.yml', ALERTMANAGER_PLACES);

function expectMarks(path: string, fields: Fields): void {
  const files = { 'alertmanager.yml': yamlOf(alertmanagerWith(path, fields)) };
  expect({ files, found: findingsIn(files, RULES_FOR_PARTS) }).toEqual({ files, found: wantedIn(files) });
}

function secretFor({ kind }: NotificationSecretFact): string {
  return kind === 'url' ? `https://hooks.slack.com/services/TBAKERY/BOVEN/${SECRET}` : SECRET;
}

const ROWS = NOTIFICATION_SECRET_FACTS.map(fact => ({ name: `${fact.path}.${fact.field}`, fact }));

test.each(ROWS)('$name in clear is found', ({ fact }) => {
  expectMarks(fact.path, { [fact.field]: new Marked(secretFor(fact), ['inline-secret']) });
});

test.each(ROWS)('what stands in the place of $name is none', ({ fact }) => {
  const values: readonly Value[] = ['<secret>', '', null, '${SECRET}', '{{ secret }}', 'https://chat.example.com/'];
  const others = fact.kind === 'url' ? values : values.slice(0, -1);
  for (const value of others) expectMarks(fact.path, { [fact.field]: value });
  expectMarks(fact.path, { [fact.file]: 'secrets/notification' });
});

test.each(ROWS)('$name and its file exclude each other, but not of mails', ({ fact }) => {
  const file = 'secrets/notification';
  const both = fact.acceptsBoth === true ? file : new Marked(file, ['conflicting-credentials']);
  expectMarks(fact.path, { [fact.field]: '<secret>', [fact.file]: both });
});

test.each(NOTIFICATION_IDENTIFIERS)('%s is no secret', path => {
  const above = path.slice(0, path.lastIndexOf('.'));
  expectMarks(above, { [path.slice(above.length + 1)]: SECRET });
});
