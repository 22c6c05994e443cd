/**
 * What each text holds that starts a server of ours with flags that matter: where it listens alone is not one. Matches
 * ASCII alone.
 */
export const FLAG_SIGN = /-(?:web\.(?:enable|cors|config)|config\.file|write-receiver)/;
