import { camelOf } from '../role.ts';
import type { Place } from '../walk.ts';

// Lists of receivers, whose items ask over HTTP (prometheus/alertmanager config/config.go v0.34, type Receiver), and the
// webhooks of its event recorder. Mail is no HTTP.
const NOTIFYING = /^(?!email)[a-z\d]+Configs$/;
const RECORDING = 'webhookOutputs';

/** True for an entry of a receiver that notifies over HTTP. */
export function isHttpReceiver({ keys, isItem }: Pick<Place, 'keys' | 'isItem'>): boolean {
  return isItem && isReceiverList(keys);
}

/** True for the `http_config` of such an entry. */
export function isOfHttpReceiver({ keys, isItem }: Pick<Place, 'keys' | 'isItem'>): boolean {
  return !isItem && camelOf(keys.at(-1) ?? '') === 'httpConfig' && isReceiverList(keys.slice(0, -1));
}

function isReceiverList(keys: readonly string[]): boolean {
  const list = camelOf(keys.at(-1) ?? '');
  const above = camelOf(keys.at(-2) ?? '');
  return (above === 'receivers' && NOTIFYING.test(list)) || (above === 'eventRecorder' && list === RECORDING);
}
