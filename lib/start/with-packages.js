// The first program of every npm script: node lib/start/with-packages.js <program.ts> [arguments].
// It has to run before anything is installed, so it is plain JavaScript, and this file has no static
// import, so that a Node too old for the rest can still read it.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Guestcard needs Node.js 20 or newer to start. This is Node.js ${process.version}.`);
  process.exitCode = 1;
} else {
  import('./run-program.js').then(({ runProgram }) => runProgram(process.argv[2], process.argv.slice(3)));
}
