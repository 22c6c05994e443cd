// Loaded with --require into each measured process: writes what the process has used to file descriptor 3 as it ends.
// It is CommonJS because --import would start Node's module loader, which a bare `node -e 0` never does.
const { writeSync } = require('node:fs');

process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));
