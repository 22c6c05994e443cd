import { bcryptOf } from '../servers/bcrypt.ts';
import { isPublishedPassword } from './published-password.ts';

/**
 * What a text in the place of a secret is. `literal` and `default` are leaks, `default` a password that the whole world
 * knows, and a `hash` is no password at all. `template` is an action of another tool, `variable` a name that something
 * has to put a value in for, `reference` a place in a secret store, and `encrypted` needs a key to read.
 */
export type SecretNature =
  | 'literal'
  | 'default'
  | 'hash'
  | 'empty'
  | 'placeholder'
  | 'template'
  | 'variable'
  | 'reference'
  | 'encrypted';

// What every template and every variable has one of.
const DELIMITING = /[{$%(<]/;

type Delimiters = readonly (readonly [open: string, close: string])[];
// Actions of Go templates, Helm, Jinja and ERB.
const ACTIONS: Delimiters = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
];
// Variables of shells, Kubernetes, Terraform and Ant; Octopus.
const VARIABLES: Delimiters = [
  ['${', '}'],
  ['$(', ')'],
  ['%{', '}'],
  ['#{', '}'],
];
// A shell variable without braces, one of Windows, a parameter of Concourse or BOSH.
const WHOLE_VARIABLE = /^(?:\$[A-Za-z_]\w*|%{1,2}\w+%{1,2}|\(\([^()]+\)\))$/;
// SOPS, Puppet's eyaml and Jasypt; Spring Cloud; Ansible; GnuPG and age.
const ENCRYPTED = /^(?:ENC[[(]|\{cipher\}|\$ANSIBLE_VAULT;|-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE)-----)/;
// A sealed secret: base64 of a header that begins so, and of more than a hundred bytes.
const SEALED = { start: 'Ag', units: 200, foreign: /[^A-Za-z0-9+/=]/ };
// vals and helm-secrets, 1Password, Bank-Vaults, secret managers of the clouds, Azure's Key Vault, Kapitan, Grafana.
const REFERENCE =
  /^(?:ref\+|secretref\+|op:\/\/|vault:|awssm:|gcpsm:|azurekv:|env:|keyring:|arn:aws[\w-]*:(?:secretsmanager|ssm):|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault\(|\?\{\w+:|\$__(?:file|env|vault)\{)/i;
// Longer texts are none. In megabytes a pattern with such a choice at each character runs out of stack.
const PLACEHOLDER_UNITS = 1000;
const PLACEHOLDER =
  /^(?:(?<one>[^-])(?:\k<one>|-){3,}|<[^<>]*>|\[[^[\]]*\]|\{\w+\}|\*{3}.*\*{3}|__\w+__|@\w+@|x{3}|\*{3}|\.{3}|-+|\?+|(?:to-?do|fixme|tbd|redacted|removed|masked|hidden|none|null|n\/a|(?:change|replace|edit|fill|set|put|insert|enter|update)[-_ ]?(?:me|this|it|in|with|here|your)(?![a-z]).*|your(?:[-_ ].*|\w*(?:password|token|secret|key))|my[-_](?:password|secret|token)|(?:pass(?:word|wd)?|token|secret|credentials)|(?:secret|example|another)_pw|(?:dummy|example|fake)(?:[-_ ].*)?|.*placeholder.*|.*[-_ ](?:goes[-_ ])?here|.*(?:change|replace)[-_ ]?me.*))$/is;

// The name of the variable to put in, for tools that replace words.
const NAME = /^(?=.*(?:PASSW|TOKEN|SECRET|KEY|CREDENTIAL))[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/**
 * Tells a secret in clear from the things that stand in the place of one.
 *
 * @param tag the YAML tag, such as `!vault`.
 * @param kind what belongs there, in words: only a `password` is a default one, or a hash in the place of one.
 */
export function secretNatureOf(text: string, tag: string | undefined, kind = 'secret'): SecretNature {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (tag === '!vault' || tag === '!encrypted' || ENCRYPTED.test(trimmed) || isSealed(trimmed)) return 'encrypted';
  if (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:')) return 'reference';
  if (holdsAny(trimmed, ACTIONS)) return 'template';
  if (REFERENCE.test(trimmed)) return 'reference';
  if (holdsVariable(trimmed)) return 'variable';
  if (kind === 'password' && bcryptOf(trimmed).kind === 'hash') return 'hash';
  if (isPlaceholder(trimmed)) return 'placeholder';
  return kind === 'password' && isPublishedPassword(trimmed) ? 'default' : 'literal';
}

function isSealed(text: string): boolean {
  return text.startsWith(SEALED.start) && text.length > SEALED.units && !SEALED.foreign.test(text);
}

function isPlaceholder(text: string): boolean {
  return text.length <= PLACEHOLDER_UNITS && (PLACEHOLDER.test(text) || NAME.test(text));
}

/** True when another tool puts in a part of the text before it is used, so that nothing can be said of the whole. */
export function holdsTemplate(text: string): boolean {
  return DELIMITING.test(text) && (holdsAny(text, ACTIONS) || holdsVariable(text));
}

function holdsVariable(text: string): boolean {
  return WHOLE_VARIABLE.test(text) || holdsAny(text, VARIABLES);
}

function holdsAny(text: string, delimiters: Delimiters): boolean {
  return delimiters.some(([open, close]) => {
    const start = text.indexOf(open);
    return start !== -1 && text.includes(close, start + open.length);
  });
}
