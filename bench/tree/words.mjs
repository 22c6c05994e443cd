const WORDS = (
  'query rule storage volume replica shard sample series retention scrape target label metric external remote batch ' +
  'queue backoff window threshold ingester compactor gateway cluster tenant limit timeout interval policy topology'
).split(' ');

/**
 * A source of words and numbers that is the same for the same seed (mulberry32, by Tommy Ettinger, public domain).
 * The words are none that promsec looks for.
 */
export function wordsFrom(seed) {
  let state = seed;
  const number = below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const word = () => WORDS[number(WORDS.length)];
  const sentence = length => Array.from({ length }, word).join(' ');
  const name = () => `${word()}${capital(word())}${capital(word())}`;
  return { number, word, sentence, name };
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
