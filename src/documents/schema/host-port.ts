/** Whether Go's `net.SplitHostPort` takes a text, and finds a port. The empty text is none to Alertmanager, and taken. */
export function isHostAndPort(text: string): boolean {
  return text === '' || /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]+$/.test(text);
}
